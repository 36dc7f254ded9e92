import type { Duty, Post } from './people.ts';

export type Department = { name: string; head: string; titles: readonly string[]; members: number };
const department = (name: string, members: number, head: string, ...titles: string[]): Department => ({
  name,
  members,
  head,
  titles,
});

/** With a head each and the managing director they are 600 people. */
export const departments: readonly Department[] = [
  department(
    'Engineering',
    110,
    'VP Engineering',
    'Software Engineer',
    'Firmware Engineer',
    'Senior Engineer',
    'Test Engineer',
  ),
  department(
    'Instrument Production',
    84,
    'Head of Production',
    'Assembly Technician',
    'Calibration Technician',
    'Production Planner',
  ),
  department(
    'Field Service',
    76,
    'Head of Field Service',
    'Field Engineer',
    'Installation Engineer',
    'Service Dispatcher',
  ),
  department('Sales', 70, 'VP Sales', 'Account Manager', 'Sales Engineer', 'Tender Specialist'),
  department(
    'Customer Support',
    52,
    'Head of Customer Support',
    'Support Specialist',
    'Senior Support Specialist',
  ),
  department('Product', 34, 'Chief Product Officer', 'Product Manager', 'Product Designer', 'Researcher'),
  department(
    'Facilities & Mail',
    32,
    'Facilities Manager',
    'Receptionist',
    'Security Officer',
    'Facilities Coordinator',
  ),
  department(
    'Finance',
    32,
    'Chief Financial Officer',
    'Accountant',
    'Financial Analyst',
    'Payroll Specialist',
  ),
  department(
    'IT',
    28,
    'Chief Information Officer',
    'Systems Administrator',
    'Service Desk Analyst',
    'Network Engineer',
  ),
  department(
    'Procurement & Logistics',
    26,
    'Head of Procurement',
    'Buyer',
    'Logistics Planner',
    'Customs Specialist',
  ),
  department('Marketing', 20, 'Head of Marketing', 'Content Editor', 'Event Manager', 'Graphic Designer'),
  department('People & Culture', 16, 'Head of People', 'Recruiter', 'HR Business Partner'),
  department('Legal', 6, 'General Counsel', 'Legal Counsel', 'Compliance Officer'),
];

export type Job = { department: string; site: number; title: string; duty?: Duty; post?: Post };
const at = (department: string, site: number, title: string, duty?: Duty, post?: Post): Job => ({
  department,
  site,
  title,
  ...(duty && { duty }),
  ...(post && { post }),
});
const facilities = 'Facilities & Mail';

/** Jobs that must be there; they come first in their department, and first in their site's team leads. */
export const fixedJobs: readonly Job[] = [
  ...[0, 1, 2].map((site) => at(facilities, site, 'Facilities Coordinator')),
  at(facilities, 0, 'Mail Clerk', 'mail', 'clerk'),
  ...[0, 0, 0, 1, 1, 1, 2, 2].map((site) => at(facilities, site, 'Mail Clerk', 'mail')),
  at(facilities, 0, 'Building Technician', 'maintenance', 'operator'),
  ...[0, 0, 1, 1, 2].map((site) => at(facilities, site, 'Building Technician', 'maintenance')),
  at('Engineering', 0, 'Principal Engineer'),
  at('Engineering', 0, 'Firmware Engineer', undefined, 'employee'),
  at('IT', 0, 'Service Desk Lead'),
  at('IT', 0, 'Systems Administrator', undefined, 'admin'),
];
