import { Button } from '@mantine/core';
import * as m from '#messages';
import type { HeldAsset } from '#contract/asset-confirmations.ts';
import { ConditionBadge } from '#src/directory/asset-condition.tsx';
import { formatDate, formatDateTime } from '#src/lib/dates.ts';
import { CheckIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { AnswerBadge } from './answer-words.tsx';
import classes from './lending.module.css';
import { assetLine, LoanBadge } from './loan-words.tsx';

type Props = { asset: HeldAsset; onHave: () => void; onNotSo: () => void };

/** An asset that somebody holds: what it is, until when it is lent, and what is asked of it. */
export function HeldRow({ asset, onHave, onNotSo }: Props) {
  const { loan, asks, condition } = asset;
  const [ask] = asks;
  return (
    <li className={classes.row}>
      {asset.image ? (
        <img className={classes.picture} src={asset.image.downloadURL} alt="" loading="lazy" />
      ) : (
        <span className={classes.picture} aria-hidden />
      )}
      <span className={classes.what}>
        <TextLink to="/assets/$assetId" params={{ assetId: asset.id }} className={classes.name}>
          <bdi>{asset.name}</bdi>
        </TextLink>
        <bdi className={classes.dim}>{assetLine(asset)}</bdi>
        {loan && (
          <span className={loan.overdue ? classes.late : classes.dim}>
            {m.lending_due_at({ time: formatDateTime(loan.dueDate) })}
          </span>
        )}
        {loan?.flag && (
          <bdi className={classes.late} dir="auto">
            {loan.flag}
          </bdi>
        )}
      </span>
      <span className={classes.state}>
        {loan && <LoanBadge loan={{ state: 'out', overdue: loan.overdue }} />}
        {ask?.answer ? (
          <AnswerBadge answer={ask.answer} />
        ) : (
          condition !== 'good' && <ConditionBadge condition={condition} />
        )}
        {ask && (
          <span className={classes.dim}>{m.lending_answer_by({ day: formatDate(ask.round.dueDate) })}</span>
        )}
        {ask?.note && (
          <bdi className={classes.dim} dir="auto">
            {ask.note}
          </bdi>
        )}
      </span>
      {ask && (
        <span className={classes.actions}>
          {ask.answer !== 'have' && (
            <Button
              size="compact-md"
              variant={ask.answer ? 'default' : 'filled'}
              leftSection={<CheckIcon size={15} />}
              aria-label={m.lending_have_it({ name: asset.name })}
              onClick={onHave}
            >
              {m.lending_have_short()}
            </Button>
          )}
          <Button
            size="compact-md"
            variant="default"
            aria-label={m.lending_not_so({ name: asset.name })}
            onClick={onNotSo}
          >
            {ask.answer && ask.answer !== 'have' ? m.lending_change() : m.lending_not_so_short()}
          </Button>
        </span>
      )}
    </li>
  );
}
