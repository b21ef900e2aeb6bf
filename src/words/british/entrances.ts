// Texts of how entrances and tracks come into a show, with an example to paste.

export const entrances = {
  title: 'Entrances and tracks',
  lead: 'Entrances say who is expected where, and when; tracks say what each person has to do. They are not typed on a screen yet: they come with the show’s file.',
  steps: [
    'Save the show as a file, with the button below.',
    'Open it in any plain text editor, and add lines like these to its lists “tracks” and “obligations”. “owner” is the id of a person, “item” of a row of the running order, “placeIn” of a place: they stand in the same file.',
    'Drop the file above. It is read first, each fault with its line, and nothing is opened until you say so.',
  ].join('\n'),
  example: [
    '"tracks": [',
    '  { "id": "t1", "code": "K", "title": "Keeper", "kind": "cast", "owner": "p1" }',
    '],',
    '"obligations": [',
    '  { "id": "o1", "track": "t1", "kind": "appear", "title": "Climbs the tower", "anchor": { "item": "i1", "seconds": 40 }, "seconds": 120, "placeIn": "sl1", "placeOut": "sl1" }',
    ']',
  ].join('\n'),
}
