import { startTestOffice, type TestOffice } from '../http/test-office.ts';
import type { Faults } from './faults.ts';
import { startGrpcDoor } from './grpc-door.ts';
import { startHttpDoor } from './http-door.ts';

/**
 * The functions' process with a door of faults in front of everything it reaches, and one in front of itself. What a
 * test asks by itself (its own Firestore client, `office.call`) passes no door.
 */
export interface FaultyOffice extends TestOffice {
  /** The functions' address behind the door "callers". */
  readonly callersUrl: string;
}

export async function startFaultyOffice(
  faults: Faults,
  env: Readonly<Record<string, string>> = {},
): Promise<FaultyOffice> {
  const stops: (() => Promise<void>)[] = [];
  const behind = async (name: 'google' | 'certificates' | 'metadata', address: string) => {
    const { origin, host, pathname } = new URL(address);
    const door = await startHttpDoor({ name, to: origin, faults });
    stops.push(door.stop);
    return { url: address.replace(host, door.host), host: door.host, pathname };
  };
  const office = await startTestOffice({
    google: true,
    env,
    async through(environment) {
      const firestore = await startGrpcDoor({ to: environment.FIRESTORE_EMULATOR_HOST!, faults });
      stops.push(firestore.stop);
      const metadata = await behind('metadata', `http://${environment.GCE_METADATA_HOST}`);
      return {
        ...environment,
        FIRESTORE_EMULATOR_HOST: firestore.host,
        GCE_METADATA_HOST: metadata.host,
        TOKEN_CERTS_URL: (await behind('certificates', environment.TOKEN_CERTS_URL!)).url,
        SHEETS_ROOT_URL: (await behind('google', environment.SHEETS_ROOT_URL!)).url,
      };
    },
  });
  const callers = await startHttpDoor({ name: 'callers', to: () => office.functions.url, faults });
  return Object.assign(office, {
    callersUrl: callers.url,
    stop: stopAll(office.stop, [callers.stop, ...stops]),
  });
}

function stopAll(
  stopOffice: () => Promise<void>,
  doors: readonly (() => Promise<void>)[],
): () => Promise<void> {
  return async () => {
    await stopOffice();
    await Promise.all(doors.map((stop) => stop()));
  };
}
