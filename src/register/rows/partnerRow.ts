import type { Partner } from '../../partners/partner.ts';
import type { PartnerTable } from '../tables/schema.ts';

type PartnerColumns = Omit<PartnerTable, 'round' | 'instrument' | 'code' | 'unlisted'>;

/** The partner in a row of the register. */
export const partnerOf = (row: PartnerColumns & Pick<PartnerTable, 'code'>): Partner => ({
  code: row.code,
  name: row.name,
  ...given('regionCode', row.region_code),
  ...given('regionName', row.region_name),
  ...given('areaCode', row.area_code),
  ...given('areaName', row.area_name),
  ...given('kind', row.kind),
  ...given('email', row.email),
});

const given = <Key extends string>(key: Key, value: string | null): { readonly [K in Key]?: string } =>
  // The computed key is the one in the type; the compiler widens it to any string.
  value === null ? {} : ({ [key]: value } as { readonly [K in Key]?: string });

/** The columns of a partner's row besides its key. */
export const partnerColumns = (partner: Partner): PartnerColumns => ({
  name: partner.name,
  region_code: partner.regionCode ?? null,
  region_name: partner.regionName ?? null,
  area_code: partner.areaCode ?? null,
  area_name: partner.areaName ?? null,
  kind: partner.kind ?? null,
  email: partner.email ?? null,
});
