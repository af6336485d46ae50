import { describe, expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { paperWith } from './papers';

function venueIn(comments: string): string {
  const { venue } = extractStated(paperWith({ comments }));
  if (!venue) return 'none';
  const { name, year, status, kind } = venue.value;
  return [name, year ?? '-', status, kind].join(' | ');
}

describe('comments name a venue', () => {
  it.each([
    ['Accepted at NeurIPS 2025', 'NeurIPS | 2025 | accepted | conference'],
    ['Accepted by CVPR2026 (Highlight)', 'CVPR | 2026 | accepted | conference'],
    ['10 pages, 4 figures, ICML 2025', 'ICML | 2025 | accepted | conference'],
    ['8 pages; Proceedings of Science, 2010', 'Proceedings of Science | 2010 | published | journal'],
    ['To appear in Journal de Physique Quantique', 'Journal de Physique Quantique | - | to-appear | journal'],
    ['Presented at IEEE SilentCon2025', 'SilentCon | 2025 | presented | conference'],
    ['10 pages (Accepted for publication in Phys. Lett. B)', 'Phys. Lett. B | - | accepted | journal'],
    ['To be published in "SILENCE Annals"', 'SILENCE Annals | - | to-appear | journal'],
    ['Accepted to HUSH 2026 Conference', 'HUSH | 2026 | accepted | conference'],
    [
      'accepted for publication in Publications of the Society of Silence',
      'Publications of the Society of Silence | - | accepted | journal',
    ],
    ['To appear in Mem. Amer. Math. Soc.', 'Mem. Amer. Math. Soc | - | to-appear | journal'],
    ['To be published in AAAI AIES 2025', 'AIES | 2025 | to-appear | conference'],
    ["KDD '24", 'KDD | 2024 | accepted | conference'],
    ['WACV 2026 camera ready', 'WACV | 2026 | accepted | conference'],
    ['INTERSPEECH 2024, 5 pages', 'Interspeech | 2024 | accepted | conference'],
    ['accepted by ACM-MM25', 'ACM MM | 2025 | accepted | conference'],
    [
      'To appear in Proceedings of the AAAI Conference on Artificial Intelligence, 2026',
      'AAAI | 2026 | to-appear | conference',
    ],
    ['Published as a conference paper at ICLR 2025', 'ICLR | 2025 | published | conference'],
    [
      '8 pages, submitted to the 2019 IEEE Congress on Evolutionary Computation (under review)',
      'CEC | 2019 | submitted | conference',
    ],
    [
      'Presented at the 38th International Cosmic Ray Conference (ICRC 2023)',
      'ICRC | 2023 | presented | conference',
    ],
    ['Accepted at the MICCAI 2025 Workshop on Little Things (LITTLE)', 'MICCAI | 2025 | accepted | workshop'],
    [
      '2025 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)',
      'CVPR | 2025 | accepted | workshop',
    ],
    ['Accepted to Findings of ACL 2025', 'ACL | 2025 | accepted | findings'],
    [
      'In Proceedings of the Fifth Conference on Quiet Machines (QuietM 2021)',
      'QuietM | 2021 | published | conference',
    ],
    ['Accepted to IROS 2025 and code at https://github.com/a/b', 'IROS | 2025 | accepted | conference'],
    ['IJCNN 2025 has accepted the paper', 'IJCNN | 2025 | accepted | conference'],
    ['24 pages, accepted for publication in ApJ', 'ApJ | - | accepted | journal'],
    ['Submitted to A&A. Comments welcome', 'A&A | - | submitted | journal'],
    ['to appear in Phys. Rev. D', 'Phys. Rev. D | - | to-appear | journal'],
    ['J. Math. Phys., in press', 'J. Math. Phys. | - | to-appear | journal'],
    [
      'Accepted for publication in the Journal of Quiet Studies, 12 pages',
      'Journal of Quiet Studies | - | accepted | journal',
    ],
    [
      'Accepted by IEEE Robotics and Automation Letters and is to be presented at IROS 2024',
      'IEEE Robotics and Automation Letters | - | accepted | journal',
    ],
    [
      'To appear in Proceedings of the Royal Society of Quiet, 12 pages',
      'Proceedings of the Royal Society of Quiet | - | to-appear | journal',
    ],
    [
      'To appear in IEEE International Conference on Quiet Rooms 2026',
      'International Conference on Quiet Rooms | 2026 | to-appear | conference',
    ],
    ['Submitted to NeurIPS 2023. Accepted to ICLR 2024', 'ICLR | 2024 | accepted | conference'],
    ['PhD thesis, University of Oslo, 2021', 'University of Oslo | 2021 | presented | thesis'],
  ])('%s', (comments, expected) => {
    expect(venueIn(comments)).toBe(expected);
  });
});

describe('comments name no venue', () => {
  it.each([
    'Accepted for publication',
    'Under review',
    'This work has been submitted to the IEEE for possible publication',
    '12 pages, 3 figures, NeurIPS 2024 format',
    'MSC 2020: 35K55',
    'Withdrawn from ICML 2025',
    'Not submitted to NeurIPS 2023',
    'Winning solution of the quiet challenge at CVPR 2025',
    'v2: published version, typos corrected',
    'Comments are welcome',
    'to be submitted to JCAP',
    'Code: https://github.com/a/NeurIPS2025',
    'arXiv admin note: text overlap with arXiv:2001.00001',
    'Journal of Silence ISSN : 1234 - 5678, Volume 16, Number 10, May 2026',
    'Originally published in Jan 2025 on the Silence Blog',
    'This work would be submitted to Scientific journals for possible publication',
    'Invited Perspective, submitted 6 October 2025',
  ])('%s', (comments) => {
    expect(venueIn(comments)).toBe('none');
  });
});

describe('a journal reference', () => {
  it.each([
    ['Phys.Rev.D76:044016,2007', 'Phys.Rev.D', 2007, 'journal'],
    ['Physics Letters B 789 (2019) 45-53', 'Physics Letters B', 2019, 'journal'],
    ['MNRAS 294 (1998), 673', 'MNRAS', 1998, 'journal'],
    [
      '28th IEEE Real-Time and Embedded Technology and Applications Symposium, 2022',
      'Real-Time and Embedded Technology and Applications Symposium',
      2022,
      'conference',
    ],
    ['Proceedings of the 31st ICML, pages 1-9, 2014', 'ICML', 2014, 'conference'],
  ])('%s', (journalRef, name, year, kind) => {
    const { venue } = extractStated(paperWith({ journalRef }));
    expect(venue?.value).toEqual({ name, year, kind, status: 'published' });
  });

  it('is kept word for word when its form is not certain', () => {
    const journalRef = 'in: A. Mulero (ed.), Theory and Simulation of Spheres, Springer, 2008, pp. 1-36';
    expect(extractStated(paperWith({ journalRef })).venue?.value).toMatchObject({
      name: journalRef,
      kind: 'other',
    });
  });

  it('says more than a lone DOI, which names nothing', () => {
    expect(extractStated(paperWith({ doi: '10.1145/3534678.3539472' })).venue).toBeNull();
  });
});

it('points at the words that name the venue', () => {
  const comments = '12 pages. Accepted at KDD 2022; code soon';
  const [{ start, end }] = extractStated(paperWith({ comments })).venue?.evidence ?? [{ start: 0, end: 0 }];
  expect(comments.slice(start, end)).toBe('Accepted at KDD 2022');
});
