import type { Stated } from '@/lib/core/facts';
import { DEVICES } from './devices';
import { stated, type Fact } from './reading';

// Neither the end of a longer number, nor hours.
const COUNT =
  '(?:(?<!,)(?!\\d{1,5} ?\\S+(?: \\S+)? hours)\\d{1,5} ?(?:\\$\\\\times\\$|\\\\times|\u00d7|x)? ?(?:-? ?)?)?';
const MAKER =
  '(?:(?:NVIDIA|Nvidia|AMD|Intel|Google|Xilinx|Qualcomm|Huawei|Apple|Tesla|GeForce|ARM|Texas Instruments) ){0,3}';
const MEMORY = '(?:[- ]?\\(?\\d{1,3} ?(?:GB?|GiB|MB|TB)\\b\\)?)?';
const PATTERN = new RegExp(`(?<![\\w-])${COUNT}${MAKER}(?:${DEVICES.join('|')})(?![\\w])${MEMORY}`, 'g');
// A letter and digits may be a galaxy, a gene or a road: such a name needs its trade near it.
const SHORT = /^(?:\d{1,5} ?\S{0,9} ?)?[A-Z]{1,2}\d{1,3}\w?(?:\W.*)?$/;
const TRADE =
  /GPU|NVIDIA|Nvidia|train|inference|CUDA|comput|hours|memory|latency|throughput|robot|arm\b|device|FPGA|accelerat/;

/** Concrete devices only, as the text names them, with how many and how large. */
export const hardware: Fact<readonly Stated<string>[]> = {
  name: 'hardware',
  reads: ['abstract'],
  order: 30,
  read(paper) {
    const text = paper.of('abstract');
    const found = new Map<string, Stated<string>>();
    for (const match of text.matchAll(PATTERN)) {
      const name = match[0].trim();
      const near = text.slice(Math.max(0, match.index - 90), match.index + name.length + 60);
      if (SHORT.test(name) && !TRADE.test(near)) continue;
      if (!found.has(name)) found.set(name, stated(name, 'abstract', match.index, match.index + name.length));
    }
    return [...found.values()];
  },
};
