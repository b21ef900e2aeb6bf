// How the roll call looks, in the page itself: it must be there when nothing else is.

import { printedByStyle } from './printed-by.ts'

/** Read in the dark and outside at night, with one thumb: big rows, no motion, nothing white. */
export const rollCallStyle = `
.roll{box-sizing:border-box;max-width:44rem;margin:0 auto;padding:0 12px 24px;background:#000;color:#c9c1b4;font:18px/1.3 "Atkinson Hyperlegible Next",system-ui,sans-serif;overflow-wrap:anywhere}
.roll *{box-sizing:border-box}
.roll [hidden]{display:none!important}
.roll h1,.roll h2,.roll h3{margin:0;font-size:1.1em}
.roll h2{margin-top:20px;padding-top:12px;border-top:1px solid #4a443c}
.roll p{margin:6px 0}
.roll .quiet{color:#a89f92;font-size:.85em}
.roll .head{position:sticky;top:0;z-index:1;margin:0 -12px;padding:4px 12px 6px;border-bottom:1px solid #4a443c;background:#000}
.roll .head h1{font-size:.85em;color:#a89f92}
.roll .head p{margin:0}
.roll .counts{min-height:1.3em;font-size:1.35em;font-weight:700;color:#e8e0d2}
.roll .banner{margin:0 -12px 6px!important;padding:6px 12px;border:2px dashed #f2c200;color:#f2c200;font-weight:700}
.roll .you{display:flex;gap:8px;align-items:center;justify-content:space-between}
.roll ul{margin:6px 0;padding:0;list-style:none}
.roll li[data-who]{display:flex;flex-wrap:wrap;gap:6px;padding:6px 0;border-top:1px solid #25221e}
.roll button,.roll summary{min-height:48px;padding:8px 12px;border:1px solid #6f685e;border-radius:6px;background:#000;color:#c9c1b4;font:inherit;text-align:left;cursor:pointer;touch-action:manipulation;-webkit-tap-highlight-color:transparent}
.roll .row{display:flex;flex:1 1 12rem;flex-direction:column;justify-content:center;min-height:72px;border:2px solid #f2c200}
.roll .row b{font-size:1.15em;line-height:1.2;color:#f2c200}
.roll .row span{font-size:.85em;line-height:1.25}
.roll .row [data-part=tap]{color:#e8e0d2}
.roll .row [data-part=tap]::before{content:"○ "}
.roll .row [data-part=tap]:empty{display:none}
.roll [data-state=seen] .row{border:1px solid #4a443c;cursor:default}
.roll [data-state=seen] .row b{color:#c9c1b4}
.roll [data-state=told] .row{border:2px dashed #6f685e}
.roll [data-state=told] .row b{color:#c9c1b4}
.roll .side{flex:0 0 5.5rem;min-height:72px;font-size:.85em;text-align:center}
.roll .wide{width:100%;min-height:72px}
.roll .more{flex:1 0 100%}
.roll .more summary{display:flex;align-items:center;min-height:44px;border-color:#4a443c;font-size:.85em}
.roll .more div{display:flex;flex-wrap:wrap;gap:6px;margin:6px 0}
.roll .more div button{flex:1 1 9rem}
.roll .step{margin:10px 0}
.roll .step>summary{display:flex;align-items:center;min-height:72px}
.roll summary::before{content:"▸ ";margin-right:.4em}
.roll [open]>summary::before{content:"▾ "}
.roll form{margin:10px 0}
.roll label{display:block;margin:8px 0}
.roll input,.roll select{display:block;width:100%;min-height:48px;padding:6px 8px;border:1px solid #6f685e;border-radius:4px;background:#000;color:#c9c1b4;font:inherit}
.roll a{display:inline-flex;align-items:center;min-height:44px;color:#e8e0d2}
.roll .links{display:flex;flex-wrap:wrap;gap:4px 24px;margin-top:20px}
.roll button:active,.roll summary:active{background:#25221e}
.roll :is(a,button,input,select,summary,section):focus-visible{outline:3px solid #e8e0d2;outline-offset:2px}
.roll .earlier{overflow-x:auto}
.roll table{border-spacing:0}
.roll td,.roll th{padding:4px 12px 4px 0;border-top:1px solid #25221e;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}
@media print{.roll{color:#000;background:none}.roll .head{position:static}.roll :is(form,details,button.small,nav,.find){display:none!important}}
${printedByStyle}`
