/**
 * Words that say nothing of what a paper is about: English function words and the small change of
 * abstracts, as terms of the analyser. They are neither looked up nor given as reasons.
 */
const WORDS = `
a about above across after again against all allow allowing along already also although always among an and another any
approach are as at available based be because been before behind being below best better between both but by can cannot
compared consider considered could current currently demonstrate demonstrated describe described despite develop developed
did different do doe doing done due during each either enable enabling especially et etc even every existing find finding
first five for found four from further furthermore given good had has have having he help hence her here high highly his
how however i if important improve improved improving in include including increasing instead introduce introduced into is
it its itself just known large leading less let like low main make many may me method might more moreover most much must
my nearly need neither new no non nor not novel now obtain obtained of off often on once one only or other our out over
overall own paper particular particularly per perform possible present presented previous previously problem propose
proposed provide provided provide providing rather recent recently remain require required result same second see several
shall she should show showed shown significant significantly since small so some still study such than that the their them
then there thereby therefore these they this those though three through throughout thus to together too toward towards two
under until up upon us use used useful using usually various very via was way we well were what when where whether which
while who whom whose why wide widely will with within without work would yet you your
`;

const FUNCTION_WORDS = new Set(WORDS.trim().split(/\s+/));

/** True for single letters and digits too. */
export function isFunctionWord(term: string): boolean {
  return term.length < 2 || FUNCTION_WORDS.has(term);
}
