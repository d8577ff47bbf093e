// An account and house rules as a program would build them.

export const rules = {
  scenarios: [
    {
      id: 'standard',
      version: 1,
      steps: [
        {
          id: 'reminder',
          offset: { type: 'days', days: 3 },
          work: { type: 'message', channels: ['email', 'letter'] },
        },
        {
          id: 'call',
          offset: { type: 'days', days: 14 },
          work: { type: 'call' },
        },
      ],
    },
  ],
  assignment: [{ scenario: 'standard' }],
}

export const now = '2026-03-02T09:00:00+01:00'

export const item = {
  id: 'A',
  kind: 'invoice',
  due: '2026-02-10',
  open: '100.00',
  currency: 'EUR',
}

/** With fields of its own in place of the usual ones. */
export function account(other = {}) {
  return {
    creditor: { id: 'C', name: 'Kees BV', country: 'NL', zone: 'Europe/Amsterdam' },
    debtor: { id: 'D', name: 'Jan', kind: 'business', country: 'NL' },
    ledgerAsOf: '2026-03-02T07:00:00Z',
    paymentsAsOf: '2026-03-02T07:00:00Z',
    contacts: [
      {
        id: 'P',
        name: 'Jan',
        purposes: ['reminder', 'call'],
        addresses: [{ id: 'P1', channel: 'email', value: 'jan@example.com' }],
      },
    ],
    items: [item],
    ...other,
  }
}
