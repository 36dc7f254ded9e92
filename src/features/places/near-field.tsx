import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import classes from './places.module.css';
import { isNumber, numberIn } from './number-text.ts';

type Near = { lat: number; lon: number };
type Errors = { lat?: string; lon?: string };

const problem = (text: string, most: number) => {
  const said = isNumber(text);
  if (said !== true) return said;
  const number = numberIn(text);
  return number === null || Math.abs(number) > most ? m.places_degrees({ most }) : undefined;
};

/** Asks for a point on the Earth, to find the buildings around it. */
export function NearField({ onChoose }: { onChoose: (near: Near) => void }) {
  const [opened, setOpened] = useState(false);
  const [lat, setLat] = useState('');
  const [lon, setLon] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [latProblem, lonProblem] = [problem(lat, 90), problem(lon, 180)];
    setErrors({ ...(latProblem && { lat: latProblem }), ...(lonProblem && { lon: lonProblem }) });
    if (latProblem || lonProblem) return;
    setOpened(false);
    onChoose({ lat: numberIn(lat)!, lon: numberIn(lon)! });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={280}>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {m.places_near()}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <TextInput
              size="xs"
              label={m.places_latitude()}
              placeholder="29.7517"
              inputMode="decimal"
              data-autofocus
              value={lat}
              error={errors.lat}
              onChange={(event) => setLat(event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              label={m.places_longitude()}
              placeholder="-95.3986"
              inputMode="decimal"
              value={lon}
              error={errors.lon}
              onChange={(event) => setLon(event.currentTarget.value)}
            />
            <p className={classes.hint}>{m.places_near_hint()}</p>
            <Group justify="flex-end">
              <Button type="submit" size="xs">
                {m.places_near_find()}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
