// Every bound of a show file by its name. Whatever lies beyond one is refused with a sentence that says the number.

/** Measured: a text of this size and with this many values is read in seconds and a few hundred megabytes. */
export const SHOW_FILE_BYTES_MAX = 8 * 1024 * 1024
export const JSON_VALUES_MAX = 500_000
export const JSON_DEPTH_MAX = 64

export const ID_LENGTH_MAX = 80
/** What is said or stands in a narrow column: place, cue number, bar, page. */
export const CODE_LENGTH_MAX = 20
export const NAME_LENGTH_MAX = 200
/** A title with what says that it is one, and longer than any name that is drawn. */
export const PRODUCTION_LENGTH_MAX = NAME_LENGTH_MAX + 10
export const TEXT_LENGTH_MAX = 4_000

/** One day: no item, walk, change or follow takes longer. */
export const SECONDS_MAX = 86_400
export const ACTS_MAX = 99
export const CUT_COST_MAX = 100

export const PLACES_MAX = 1_000
export const TRAVEL_MAX = 10_000
export const PEOPLE_MAX = 2_000
export const ENGAGEMENTS_MAX = 5_000
export const ROLES_MAX = 2_000
export const TRACKS_MAX = 2_000
export const OBLIGATIONS_MAX = 30_000
export const ITEMS_MAX = 2_000
export const EDITIONS_MAX = 200
export const DEPARTMENTS_MAX = 100
export const CUES_MAX = 10_000
export const VAMPS_MAX = 1_000
export const COSTUMES_MAX = 5_000
export const CHANGES_MAX = 5_000
export const HAND_OFFS_MAX = 5_000
export const PROPS_MAX = 5_000
export const PRESETS_MAX = 5_000
export const MICS_MAX = 1_000
export const PIECES_MAX = 1_000
export const STANDINGS_MAX = 10_000
export const ORDER_RULES_MAX = 1_000
export const SCRIPT_LINES_MAX = 50_000
export const SCRIPT_QUESTIONS_MAX = 2_000
export const COMPETENCES_MAX = 20_000
export const COVER_RULES_MAX = 2_000
export const COVER_REPLOTS_MAX = 50
export const COVER_COST_MAX = 1_000
/** Lists inside one entity: the roles of a track, the dressers of a change. */
export const MEMBERS_MAX = 200
