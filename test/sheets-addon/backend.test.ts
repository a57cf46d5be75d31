import { describe, expect, it } from 'vitest';
import { openBackend, type WireReply, type WireRequest } from '../../sheets-addon/src/backend/backend.ts';
import { isAway, TroubleError } from '../../sheets-addon/src/backend/trouble.ts';

type Step = WireReply | 'lost';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${TRACE}-8448eb211c80319c-01`;

const ok: Step = { status: 200, text: '{"fine":true}' };
const refusal = (status: number, code: string): Step => ({
  status,
  text: JSON.stringify({ error: { code, message: `Câu ${code}.`, issues: [] } }),
});

/** A backend whose wire gives these replies, one after the other, and says what went over it. */
function wired(steps: readonly Step[], options: { token?: (n: number) => string | null; url?: string } = {}) {
  const sent: WireRequest[] = [];
  const waits: number[] = [];
  const slept: number[] = [];
  let tokens = 0;
  const backend = openBackend(
    {
      send(requests) {
        waits.push(requests.length);
        const replies = requests.map((request) => steps[sent.push(request) - 1]);
        if (!replies.every((step) => typeof step === 'object')) throw new Error('Address unavailable');
        return replies;
      },
      identityToken: () => (options.token ?? ((n) => `token-${n}`))(++tokens),
      sleep: (ms) => slept.push(ms),
    },
    { url: options.url ?? 'https://x.example/api/', language: 'vi', trace: TRACE },
  );
  return { backend, sent, waits, slept };
}

function troubleIn(work: () => unknown) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    return error.trouble;
  }
}

describe('asking the functions', () => {
  it('says who asks and in which language, and gives the answer', () => {
    const { backend, sent } = wired([ok, ok]);
    const query = { campaign: 'A', name: 'hòa & bình', none: undefined };
    expect(backend.get('/jobs', query)).toEqual({ fine: true });
    expect(backend.post('/submit-form', { a: 1 })).toEqual({ fine: true });
    expect(sent).toEqual([
      {
        method: 'get',
        url: 'https://x.example/api/jobs?campaign=A&name=h%C3%B2a%20%26%20b%C3%ACnh',
        headers: { Authorization: 'Bearer token-1', 'Accept-Language': 'vi', traceparent },
      },
      {
        method: 'post',
        url: 'https://x.example/api/submit-form',
        payload: '{"a":1}',
        headers: { Authorization: 'Bearer token-2', 'Accept-Language': 'vi', traceparent },
      },
    ]);
  });

  it('asks once more when an answer is lost, with the same words', () => {
    const { backend, sent } = wired(['lost', ok]);
    expect(backend.post('/x', { key: 'k' })).toEqual({ fine: true });
    expect(sent.map(({ payload }) => payload)).toEqual(['{"key":"k"}', '{"key":"k"}']);
  });

  it('gives up then, and says that nobody answered', () => {
    const { backend, sent } = wired(['lost', 'lost', ok]);
    expect(troubleIn(() => backend.post('/x', {}))).toEqual({ kind: 'away' });
    expect(sent).toHaveLength(2);
  });

  it('takes a new token once when the first has run out', () => {
    const { backend, sent } = wired([refusal(401, 'unauthenticated'), ok]);
    expect(backend.get('/x', {})).toEqual({ fine: true });
    expect(sent.map(({ headers }) => headers.Authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);

    const again = wired([refusal(401, 'unauthenticated'), refusal(401, 'unauthenticated'), ok]);
    expect(troubleIn(() => again.backend.get('/x', {}))).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('waits for a busy server, twice', () => {
    const busy = refusal(503, 'unavailable');
    const patient = wired([busy, refusal(429, 'x'), ok]);
    expect(patient.backend.get('/x', {})).toEqual({ fine: true });
    expect(patient.slept).toEqual([500, 2000]);
    const given = wired([busy, busy, busy, ok]);
    expect(troubleIn(() => given.backend.get('/x', {}))).toMatchObject({ code: 'unavailable' });
  });

  it('brings a refusal with its sentence and its issues, and does not ask again', () => {
    const issues = [{ code: 'answer_missing', cell: 'G4', message: 'Ô G4: chưa có.' }];
    const text = JSON.stringify({ error: { code: 'has_issues', message: 'Có chỗ cần sửa.', issues } });
    const { backend, sent } = wired([{ status: 422, text }]);
    expect(troubleIn(() => backend.post('/x', {}))).toEqual({
      kind: 'refused',
      code: 'has_issues',
      status: 422,
      message: 'Có chỗ cần sửa.',
      issues,
    });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, WireReply]>([
    ['a page', { status: 200, text: '<html>Đăng nhập</html>' }],
    ['a page that is an error', { status: 404, text: '<html>Not Found</html>' }],
    ['an error that is not ours', { status: 400, text: '{"error":"bad"}' }],
    ['nothing', { status: 200, text: '' }],
    ['a word', { status: 200, text: '"fine"' }],
    ['an address that moved', { status: 302, text: '' }],
  ])('takes %s for no answer', (_, reply) => {
    expect(troubleIn(() => wired([reply]).backend.get('/x', {}))).toEqual({ kind: 'away' });
  });

  it('says what is missing where it cannot even ask', () => {
    const noToken = wired([ok], { token: () => null });
    expect(troubleIn(() => noToken.backend.get('/x', {}))).toEqual({ kind: 'no_identity' });
    const noAddress = wired([ok], { url: '' });
    expect(troubleIn(() => noAddress.backend.get('/x', {}))).toEqual({ kind: 'no_backend' });
    expect([...noToken.sent, ...noAddress.sent]).toEqual([]);
  });

  it('sends ahead what will be asked, all at once, and asks nothing twice', () => {
    const { backend, sent, waits } = wired([ok, { status: 200, text: '{"second":1}' }, ok]);
    backend.ahead(['/a', { of: 'x' }], ['/b', {}], ['/never', {}]);
    expect(backend.get('/b', {})).toEqual({ second: 1 });
    expect(backend.get('/a', { of: 'x' })).toEqual({ fine: true });
    expect(waits).toEqual([3]);
    expect(sent.map(({ url }) => url.slice('https://x.example/api'.length))).toEqual([
      '/a?of=x',
      '/b',
      '/never',
    ]);
  });

  it('is as patient with what was sent ahead: a loss is the first of two, a worn token is renewed', () => {
    const lost = wired(['lost', ok, ok, 'lost']);
    lost.backend.ahead(['/a', {}], ['/b', {}]);
    expect(lost.backend.get('/a', {})).toEqual({ fine: true });
    expect(troubleIn(() => lost.backend.get('/b', {}))).toEqual({ kind: 'away' });
    expect(lost.waits).toEqual([2, 1, 1]);

    const worn = wired([refusal(401, 'unauthenticated'), refusal(404, 'not_found'), ok]);
    worn.backend.ahead(['/a', {}], ['/b', {}]);
    expect(worn.backend.get('/a', {})).toEqual({ fine: true });
    expect(troubleIn(() => worn.backend.get('/b', {}))).toMatchObject({ code: 'not_found' });
    expect(worn.waits).toEqual([2, 1]);
    expect(worn.sent[2]?.headers.Authorization).toBe('Bearer token-2');

    const noToken = wired([ok], { token: () => null });
    noToken.backend.ahead(['/a', {}]);
    expect(troubleIn(() => noToken.backend.get('/a', {}))).toEqual({ kind: 'no_identity' });
    expect(noToken.sent).toEqual([]);
  });

  it('knows whose token it is, to tell a person who was turned away', () => {
    const claims = { email: 'x29110@ba-tri.example', name: 'Đảng ủy thị trấn', n: 1 };
    const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const { backend } = wired([], { token: () => token });
    expect(backend.accountInToken()).toBe('x29110@ba-tri.example');
    for (const odd of [null, '', 'x', 'a.b.c', `e30.${Buffer.from('[]').toString('base64url')}.x`])
      expect(wired([], { token: () => odd }).backend.accountInToken()).toBeUndefined();
  });

  it('tells who is away from who says no', () => {
    const of = (status: number) =>
      new TroubleError({ kind: 'refused', code: 'x', status, message: '', issues: [] });
    expect([of(409), of(422), of(500), of(503)].map(isAway)).toEqual([false, false, true, true]);
    expect([new TroubleError({ kind: 'away' }), new Error('x')].map(isAway)).toEqual([true, false]);
  });
});
