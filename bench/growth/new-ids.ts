import { monthOfId, parsePaperId, type PaperId } from '@/lib/core/paper-id';

const FIRST_MONTH = monthNumber(2007, 4);
const FIVE_DIGITS_FROM = monthNumber(2015, 1);

/** Ids that no other paper has, near the month of the one given. */
export class NewIds {
  private readonly used = new Map<number, number>();

  next(like: PaperId): PaperId {
    const { year, month } = monthOfId(like);
    let at = Math.max(FIRST_MONTH, monthNumber(year, month));
    while ((this.used.get(at) ?? 0) >= mostOf(at)) at += 1;
    const number = (this.used.get(at) ?? 0) + 1;
    this.used.set(at, number);
    const yymm = String((Math.floor(at / 12) % 100) * 100 + (at % 12) + 1).padStart(4, '0');
    const id = parsePaperId(`${yymm}.${String(number).padStart(at < FIVE_DIGITS_FROM ? 4 : 5, '0')}`);
    if (!id) throw new Error(`no id for ${yymm} ${number}`);
    return id;
  }
}

function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

function mostOf(month: number): number {
  return month < FIVE_DIGITS_FROM ? 9_999 : 99_999;
}
