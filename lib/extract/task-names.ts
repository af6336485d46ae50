/**
 * Tasks that go by one name everywhere. Sources: names that TDMSci (its first four fifths), SciERC train and SciREX mark as
 * tasks at least twice and mostly, checked by hand, and their neighbours of the same kind. In small letters, hyphens
 * without blanks.
 */
const TASKS = [
  'abstractive summarization|abstractive text summarization|automatic summarization|extractive summarization',
  'multi-document summarization|text summarization|headline generation|caption generation|image captioning',
  'aspect-based sentiment analysis|multimodal sentiment analysis|sentiment analysis|sentiment classification|opinion mining',
  'automatic speech recognition|speech recognition|spoken language understanding|text-to-speech|keyword search',
  'chinese word segmentation|word segmentation|tokenization|lemmatization|part-of-speech tagging|pos tagging',
  'coreference resolution|dependency parsing|constituency parsing|semantic parsing|syntactic parsing|semantic role labeling',
  'entity linking|named entity recognition|ner|relation extraction|relation classification|event extraction',
  'machine translation|neural machine translation|statistical machine translation|word alignment|transliteration mining',
  'machine comprehension|machine reading comprehension|reading comprehension|question answering|visual question answering|vqa',
  'diagram question answering|image question answering|question classification|question generation|paraphrase identification',
  'language identification|language modeling|natural language generation|natural language inference',
  'grammatical error correction|spelling correction|disfluency detection|punctuation prediction|text normalization',
  'text classification|text categorization|document classification|text simplification|metaphor interpretation',
  'implicit discourse relation recognition|stance classification|automated essay scoring|topic modeling|word sense disambiguation',
  'image classification|image denoising|image generation|image inpainting|image restoration|image retrieval|image super-resolution',
  'object detection|object recognition|object tracking|instance segmentation|semantic segmentation|semantic image segmentation',
  'face alignment|face detection|face recognition|face verification|facial expression recognition|pedestrian detection',
  'person re-identification|person search|human pose estimation|dense human pose estimation|keypoint detection',
  'optical character recognition|ocr|optical flow estimation|depth estimation|action recognition|3d reconstruction',
  'click-through rate prediction|information retrieval|information extraction|collaborative filtering|web search|wikification',
];

const KNOWN = new Set(TASKS.flatMap((names) => names.split('|')));

/** In the name of a meeting or a house, it is no task. */
const NAMESAKE =
  /^(?:Workshop|Conference|Cent(?:er|re)|Institute|Association|Symposium|School|Laboratory|Journal)$/;

/** By the words from `start` to `end`, as they were split. */
export function isKnownTask(tokens: readonly string[], start: number, end: number): boolean {
  const words = tokens.slice(start, end).join(' ').toLowerCase().replace(/ - /g, '-');
  return KNOWN.has(words) && !NAMESAKE.test(tokens[start - 2] ?? '');
}
