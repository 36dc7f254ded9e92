export type Message = { to: string; subject: string; text: string; html?: string };

export type Mailer = {
  /** Hands a message over; resolves when SMTP has taken it or the .eml file is written. */
  send(message: Message): Promise<void>;
  close(): Promise<void>;
};
