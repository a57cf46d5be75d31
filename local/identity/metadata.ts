import type { Issuer } from './issuer.ts';

/** Whom the metadata server speaks for. */
export interface ServiceIdentity {
  projectId: string;
  serviceAccountEmail: string;
}

export interface MetadataReply {
  status: number;
  body: string;
  type: 'application/text' | 'application/json' | 'text/html';
}

const ACCESS_TOKEN_SECONDS = 3599; // as Google's says
const EVERYTHING = 'https://www.googleapis.com/auth/cloud-platform';

/**
 * What a Cloud Run service asks its metadata server, as far as Google's clients ask it. Anything else is 404,
 * which is also Google's answer for a key it does not know.
 *
 * Source: https://cloud.google.com/run/docs/container-contract#metadata-server
 */
export async function answerMetadata(
  url: URL,
  { projectId, serviceAccountEmail }: ServiceIdentity,
  issuer: Issuer,
): Promise<MetadataReply> {
  const path = url.pathname.replace(/^\/computeMetadata\/v1\/?/, '').replace(/\/$/, '');
  const account = /^instance\/service-accounts\/([^/]+)\/(\w+)$/.exec(path);
  if (account && (account[1] === 'default' || account[1] === serviceAccountEmail)) {
    switch (account[2]) {
      case 'email':
        return text(serviceAccountEmail);
      case 'scopes':
        return text(EVERYTHING);
      case 'token': {
        const token = await issuer.accessTokenFor(serviceAccountEmail, {
          expiresInSeconds: ACCESS_TOKEN_SECONDS,
        });
        return json({ access_token: token, expires_in: ACCESS_TOKEN_SECONDS, token_type: 'Bearer' });
      }
      case 'identity': {
        const audience = url.searchParams.get('audience');
        if (!audience)
          return { status: 400, body: 'non-empty audience parameter required\n', type: 'text/html' };
        return text(await issuer.issueIdToken({ email: serviceAccountEmail, audience }));
      }
    }
  }
  switch (path) {
    case '':
    case 'instance':
      return text('attributes/\nservice-accounts/\n');
    case 'instance/service-accounts':
      return text(`default/\n${serviceAccountEmail}/\n`);
    case 'project/project-id':
      return text(projectId);
    case 'universe/universe-domain':
      return text('googleapis.com');
  }
  return { status: 404, body: `${path}: not found\n`, type: 'text/html' };
}

const text = (body: string): MetadataReply => ({ status: 200, body, type: 'application/text' });
const json = (value: object): MetadataReply => ({
  status: 200,
  body: JSON.stringify(value),
  type: 'application/json',
});
