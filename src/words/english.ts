// How English puts a name of its own into the middle of a sentence.

/** A call's name within a sentence: "The half" becomes "the half". */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
