import { expect, test } from 'vitest';
import { answered, firstOpen, NO_ANSWER, openCount, restNormal, resultOf } from './answers';

test('three keys are three results and no other key is one', () => {
  expect(['1', '2', '3', '4', 'Enter'].map(resultOf)).toEqual([
    'normal',
    'abnormal',
    'not-applicable',
    null,
    null,
  ]);
});

test('a sheet is ready when everything has a result and every abnormal one its words', () => {
  let answers = [NO_ANSWER, NO_ANSWER, NO_ANSWER];
  expect(firstOpen(answers)).toBe(0);
  answers = answered(answers, 1, { result: 'abnormal' });
  answers = restNormal(answers);
  expect(answers.map((own) => own.result)).toEqual(['normal', 'abnormal', 'normal']);
  expect(openCount(answers)).toBe(0);
  expect(firstOpen(answers)).toBe(1);
  answers = answered(answers, 1, { note: '灯不亮' });
  expect(firstOpen(answers)).toBe(-1);
});
