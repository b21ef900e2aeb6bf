// What a show with little in it lacks, in one line each; none of it is an error.

export const lacks = {
  order: 'No running order yet: acts go up and come down, and nothing says what is next.',
  cues: 'No cues yet: calls, acts and notes work without them.',
  departments: 'No department yet.',
  people: 'Nobody is in the company yet.',
  places: 'No place is written down yet: a wing or a dressing room needs one.',
  entrances: 'No entrances yet: with them it says who is expected where, and when.',
  tracks: 'No tracks yet: with them each phone says what its person has to do, and who could cover it.',
  add: 'Add it here',
}
