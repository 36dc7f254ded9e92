import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorRest = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;
type ButtonRest = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

/** A link in running text, checked against the routes. */
export const TextLink = createLink((props: AnchorProps & AnchorRest) => <Anchor {...props} />);

/** Looks like a button, is a link: opens in a new tab as one expects of a link. */
export const LinkButton = createLink((props: ButtonProps & ButtonRest) => (
  <Button component="a" {...props} />
));
