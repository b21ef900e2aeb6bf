// How the incident card looks, in the page itself: it must be there when nothing else is.

import { printedByStyle } from './printed-by.ts'

/**
 * The first screen: what is read in the upper third, the four in the lower two thirds, none less than 72 px. Yellow only
 * once somebody has raised it on this device; no flash and no motion in a wing. What stands below comes a frame after the
 * four, without a script: laying all of it out is not what the number waits for.
 */
export const incidentStyle = `
.incident{box-sizing:border-box;max-width:44rem;margin:0 auto;padding:0 12px 24px;background:#000;color:#c9c1b4;font:18px/1.3 "Atkinson Hyperlegible Next",system-ui,sans-serif;overflow-wrap:anywhere}
.incident *{box-sizing:border-box}
.incident h1,.incident h2,.incident h3{margin:0;font-size:1.1em;font-weight:700}
.incident h2{margin-top:20px;padding-top:12px;border-top:1px solid #4a443c;font-size:1.3em}
.incident p{margin:6px 0}
.incident .rest{animation:after 1ms}
@keyframes after{from{display:none}}
.incident .rest>section{content-visibility:auto;contain-intrinsic-size:auto 500px}
.incident .quiet{color:#a89f92;font-size:.85em}
.incident .first{display:grid;grid-template-rows:minmax(calc(100svh / 3 + 1px),max-content) repeat(4,minmax(72px,auto));gap:6px;min-height:100svh;padding:0 0 6px}
.incident .top{max-height:38svh;overflow-y:auto;padding-top:4px;font-size:.8em;line-height:1.2}
.incident .top p{margin:3px 0}
.incident .address{font-size:1.3em;font-weight:700;color:#e8e0d2}
.incident .banner{margin:0 -12px 6px!important;padding:6px 12px;border:2px dashed #f2c200;color:#f2c200;font-weight:700}
.incident .big{display:flex;flex-direction:column;justify-content:center;min-height:72px;padding:6px 12px;border:2px solid #f2c200;border-radius:6px;color:#c9c1b4;text-decoration:none;touch-action:manipulation;-webkit-tap-highlight-color:transparent}
.incident .big b{font-size:1.1em;line-height:1.2;color:#f2c200}
.incident .big span{font-size:.8em;line-height:1.2}
.incident .call .number{font-size:2em;line-height:1.1}
.incident[data-raised] .call{background:#f2c200;color:#000}
.incident[data-raised] .call b{color:#000}
.incident a:focus-visible,.incident button:focus-visible,.incident input:focus-visible,.incident select:focus-visible,.incident textarea:focus-visible{outline:3px solid #e8e0d2;outline-offset:2px}
.incident .wide{display:inline-flex;align-items:center;justify-content:space-between;gap:8px;min-height:72px;flex:1 1 8.5rem;padding:8px 12px;border:1px solid #6f685e;border-radius:6px;background:#000;color:#c9c1b4;font:inherit;text-align:left;cursor:pointer;touch-action:manipulation}
.incident .wide[aria-pressed=true],.incident .wide[data-done]{border:2px solid #f2c200;color:#f2c200}
.incident .wide:active,.incident .big:active{background:#25221e}
.incident .row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
.incident .page-note{flex:1 1 8.5rem;min-height:72px;margin:0}
.incident .wide[hidden],.incident .page-note[hidden]{display:none}
.incident label{display:block;margin:8px 0}
.incident input,.incident select,.incident textarea{display:block;width:100%;min-height:48px;padding:6px 8px;border:1px solid #6f685e;border-radius:4px;background:#000;color:#c9c1b4;font:inherit}
.incident .count{margin:4px 0;font:700 5rem/1 monospace;color:#f2c200;text-align:center}
.incident .swap{font-size:1.5em;text-align:center}
.incident .swap[data-now]{border:3px solid #f2c200;color:#f2c200;font-weight:700}
.incident .clock{font-family:monospace}
.incident ol,.incident ul{margin:6px 0;padding-left:1.4em}
.incident .functions,.incident .lines{padding:0;list-style:none}
.incident .functions .wide{width:100%;margin:4px 0}
.incident .lines li{padding:8px 0;border-top:1px solid #25221e}
.incident dt{color:#a89f92;font-size:.85em}
.incident dd{margin:0 0 8px;white-space:pre-line}
.incident table{width:100%;border-spacing:0}
.incident td,.incident th{padding:4px 8px 4px 0;border-top:1px solid #25221e;text-align:left;vertical-align:top}
.incident .drills{overflow-x:auto}
.incident .drills td,.incident .drills th{min-width:6rem;overflow-wrap:normal}
.incident summary,.incident .for-child+label{display:flex;align-items:center;justify-content:space-between;min-height:72px;margin:8px 0;padding:8px 12px;border:1px solid #6f685e;border-radius:6px;font-weight:700;cursor:pointer}
.incident summary::-webkit-details-marker{display:none}
.incident summary::after{content:"+";content:"+"/"";color:#f2c200}
.incident summary:focus-visible{outline:3px solid #e8e0d2;outline-offset:-3px}
.incident [open]>summary::after{content:"\\2212";content:"\\2212"/""}
.incident .for-child{position:absolute;width:44px;min-height:44px;margin:14px;padding:0;appearance:none;color:#f2c200}
.incident .for-child+label{padding-left:72px}
.for-child:checked::before{content:"\\2713";content:"\\2713"/"";padding:9px}
.for-child:not(:checked)~details .of-child{display:none}
.incident .needs{display:none}
.incident[data-live] .needs:not([hidden]){display:block}
.incident[data-live] .row.needs:not([hidden]){display:flex}
.incident[data-live] .wide.needs{display:inline-flex}
@media (min-width:700px){.incident .big b{font-size:1.8em}.incident .call .number{font-size:3em}.incident .big span,.incident .top{font-size:1em}}
@media print{.incident .rest{animation:none}.incident .rest>section{content-visibility:visible}.incident{color:#000;background:none;max-width:none;font-size:11pt}.incident section:not(#sheet),.incident .screen,.incident>button{display:none!important}.incident[data-live] #sheet{display:block}.incident td,.incident th{border-color:#000}}
${printedByStyle}`
