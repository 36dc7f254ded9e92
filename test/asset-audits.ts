import { expect } from 'vitest';
import type { AssetAudit, AuditProgress, ScanAnswer } from '#contract/asset-audits.ts';
import type { TestServer, TestUser } from './app.ts';
import { assetRegister } from './assets.ts';

/** A register with somebody who manages audits, one who may only help, and one who is named in them without a role. */
export async function auditDesk(server: TestServer) {
  const register = await assetRegister(server);
  const { admin, manager, keeper, kitchen, studio } = register;
  const [auditor, second] = [await admin.person(), await admin.person({ asset: 'ADMINISTRATOR' })];
  /** Calls and fails the test unless it is answered with this status. */
  const send = async <T>(
    as: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status = 200,
  ): Promise<T> => {
    const answer = await as.call(method, path, body);
    expect([`${method} ${path}`, answer.statusCode, answer.body]).toEqual([
      `${method} ${path}`,
      status,
      expect.any(String),
    ]);
    return answer.json<T>();
  };
  const desk = {
    ...register,
    auditor,
    second,
    send,
    /** Planned, of both houses, with the auditor. */
    plan: (body: object = {}): Promise<AssetAudit> =>
      send(
        manager,
        'POST',
        '/assets/audits',
        {
          name: 'Spring',
          auditors: [{ id: auditor.id }],
          scope: { spaces: [kitchen.room, studio.room] },
          ...body,
        },
        201,
      ),
    open: async (body: object = {}): Promise<AssetAudit> => desk.step((await desk.plan(body)).id, 'open'),
    step: (id: number, step: string, status = 200): Promise<AssetAudit> =>
      send(manager, 'PUT', `/assets/audits/${id}/${step}`, undefined, status),
    scan: (audit: number, body: object, as: TestUser = auditor, status = 200): Promise<ScanAnswer> =>
      send(as, 'POST', `/assets/audits/${audit}/scans`, body, status),
    progress: (audit: number): Promise<AuditProgress> =>
      send(keeper, 'GET', `/assets/audits/${audit}/progress`),
    show: (audit: number): Promise<AssetAudit> => send(keeper, 'GET', `/assets/audits/${audit}`),
  };
  return desk;
}
