import { useLayoutEffect, useRef } from 'react';
import { fitSize } from './label-layouts.ts';

type Props = {
  text: string;
  className: string | undefined;
  /** Type sizes in millimetres. */
  least: number;
  most: number;
};

/** Text as large as its box holds. Its own direction decides the side it begins on. */
export function FitText({ text, className, least, most }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fits = (size: number) => {
      element.style.fontSize = `${size}mm`;
      return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
    };
    element.style.fontSize = `${fitSize(least, most, fits)}mm`;
  }, [text, least, most]);
  return (
    <div ref={box} className={className} dir="auto">
      {text}
    </div>
  );
}
