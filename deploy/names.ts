import type { Settings } from './settings.ts';

/** What everything is called in Google Cloud. Two environments share no name, in one project or across two. */
export function namesOf({ project, region, environment }: Settings) {
  const name = environment.name === 'production' ? BASE : `${BASE}-${environment.name}`;
  const account = (role: string) => `${name}-${role}@${project}.iam.gserviceaccount.com`;
  return {
    /** The Cloud Run service, and the beginning of every other name. */
    service: name,
    /** Google gives every service this address besides one that nobody could foretell. */
    url: `https://${name}-<projectNumber>.${region}.run.app`,
    accounts: {
      /** The functions run as it; it is an editor of the workbooks. */
      functions: account('ham'),
      /** Cloud Scheduler calls as it; a member of every campaign. */
      scheduler: account('hen-gio'),
      /** Builds the functions' container. */
      builder: account('dung'),
      /** Whoever deploys acts as it: the first who may load a campaign. */
      installer: account('cai-dat'),
    },
    ballotKey: `${name}-ballot-key`,
    job: (door: string, campaign: string) => `${name}-${door}-${campaign.replaceAll('.', '-')}`,
    budget: `${name} ${project}`,
    alert: `${name}: lỗi / errors`,
    channel: `${name}: thư / mail`,
    addOn: environment.name === 'production' ? 'Thi đua' : `Thi đua (${environment.name})`,
  };
}

const BASE = 'dien-hinh';

/** The part before the @: what a service account is created by. */
export const accountId = (email: string): string => email.slice(0, email.indexOf('@'));
