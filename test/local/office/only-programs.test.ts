import { describe, expect, it } from 'vitest';
import { isProgram } from '../../../local/office/only-programs.ts';

const asks = (headers: Record<string, string>) =>
  isProgram({ headers: { host: '127.0.0.1:8712', ...headers } });

describe('who is answered by the servers that stand for Google', () => {
  it('is a program of this machine', () => {
    for (const host of ['127.0.0.1', '127.0.0.1:1', 'localhost:8712', '[::1]:8712'])
      expect([host, asks({ host })]).toEqual([host, true]);
  });

  it('is no name that leads here, and no web page', () => {
    for (const host of [
      '',
      'evil.example',
      'evil.example:8712',
      '127.0.0.1.evil.example',
      'localhost.evil',
      'x@127.0.0.1',
    ])
      expect([host, asks({ host })]).toEqual([host, false]);
    for (const headers of [
      { origin: 'http://127.0.0.1:8712' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ] as Record<string, string>[])
      expect([headers, asks(headers)]).toEqual([headers, false]);
  });
});
