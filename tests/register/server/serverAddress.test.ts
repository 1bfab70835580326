import { describe, expect, test } from 'vitest';
import {
  isServerAddress,
  passwordIn,
  withEncodedPassword,
  withoutPassword,
} from '../../../src/register/server/serverAddress.ts';

describe('the place of a register', () => {
  test('is a server by its scheme', () => {
    expect(isServerAddress('postgres://ann@db.example/region')).toBe(true);
    expect(isServerAddress('postgresql:///region')).toBe(true);
    expect(isServerAddress('output/register.db')).toBe(false);
    expect(isServerAddress('C:\\register.db')).toBe(false);
  });

  test.each([
    ['postgres://ann:secret@db.example:5432/region?sslmode=require', 'secret'],
    ['postgres://ann:s%40cret@db.example/region', 's@cret'],
    ['postgres://ann:s@cret@db.example/region', 's@cret'],
    ['postgres://ann:s/cret@db.example/region', 's/cret'],
    ['postgres://ann:s?cret#1@db.example', 's?cret#1'],
    ['postgres://ann:100%@db.example/region', '100%'],
    ['postgres:///region?user=ann&password=secret&host=/run', 'secret'],
    ['postgres:///region?password=secret', 'secret'],
  ])('%s is shown without its password', (address, password) => {
    expect(passwordIn(address)).toBe(password);
    expect(withoutPassword(address)).not.toContain('cret');
    expect(withoutPassword(address)).not.toContain('100%');
    expect(withoutPassword(address)).toContain('postgres://');
    expect(isServerAddress(withoutPassword(address))).toBe(true);
    expect(new URL(withEncodedPassword(address)).searchParams.get('password')).toBe(password);
  });

  test('stays as it is without one', () => {
    for (const address of [
      'postgres://ann@db.example:5432/region?sslmode=require',
      'postgres://db.example:5432/region?user=ann%40example',
      'postgres:///region?host=/run/postgresql',
      'output/register.db',
    ]) {
      expect(withoutPassword(address)).toBe(address);
      expect(passwordIn(address)).toBeUndefined();
      expect(withEncodedPassword(address)).toBe(address);
    }
  });

  test('has the rest of its options when the password is taken out', () => {
    expect(withoutPassword('postgres:///region?user=ann&password=x&host=/run')).toBe(
      'postgres:///region?user=ann&host=/run',
    );
    expect(withoutPassword('postgres://ann:x@db.example/region?sslmode=require')).toBe(
      'postgres://ann@db.example/region?sslmode=require',
    );
  });
});
