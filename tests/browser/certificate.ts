import { generate } from 'selfsigned';

export type Certificate = { key: string; cert: string };

/** A throw-away certificate for arXiv's names; the browsers under test are told to accept any. */
export async function arxivCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'arxiv.org' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'arxiv.org' },
          { type: 2, value: '*.arxiv.org' },
        ],
      },
    ],
  });
  return { key, cert };
}
