/** A partner organisation as the list of partners gives it. */
export interface Partner {
  /** Always text: 5E1 is no number. */
  readonly code: string;
  readonly name: string;
  readonly regionCode?: string;
  readonly regionName?: string;
  readonly areaCode?: string;
  readonly areaName?: string;
  readonly kind?: string;
  readonly email?: string;
}
