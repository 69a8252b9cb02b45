#pragma once

/* The settings a register keeps, by name; all are text. The letterhead's own names, as
 * tj_letterhead_list_keys() gives them, stand behind TJ_SETTING_LETTERHEAD. */
#define TJ_SETTING_MUNICIPALITY "municipality" /* SCB's four-digit code */
#define TJ_SETTING_ROUTINE "routine"           /* the outreach routine as JSON */
#define TJ_SETTING_CODES "codes."               /* prefix: codes.measure-end … */
#define TJ_SETTING_BACKUP_FOLDER "backup.folder" /* where backups go by themselves, as a file name */
#define TJ_SETTING_LOCK_MINUTES "lock.minutes"   /* idle until the lock; 0: never */
#define TJ_SETTING_LETTERHEAD "letterhead."    /* prefix: letterhead.contact_name … */
#define TJ_SETTING_MAPPINGS "mappings." /* prefix: mappings.ist, the saved mappings as JSON */
#define TJ_SETTING_FILTERS "filters"             /* the saved filters as JSON */
#define TJ_SETTING_IKE_COUNT "ike.count"             /* "reading-date" (usual) or "per-day" */
#define TJ_SETTING_IKE_READING_DAY "ike.reading-day" /* of the month, 15 unless set */
#define TJ_SETTING_IKE_DEFERS_SUMMER "ike.defers-summer" /* "yes": July and August in September */
#define TJ_SETTING_IKE_PARTICIPANTS "ike.participants"   /* who meets on the 20th */
#define TJ_SETTING_REPORT_BOARD "report.board"     /* whom the half-year's report is for */
#define TJ_SETTING_REPORT_MEETING "report.meeting" /* when it meets next, as a date */
#define TJ_SETTING_REPORT_THRESHOLD "report.threshold" /* the least number shown to others, 5 */
#define TJ_SETTING_REPORT_COUNTRY "report.country" /* JSON: figures to compare with; empty: ours */
#define TJ_SETTING_SCB_LAYOUTS "scb.layouts" /* the municipality's own layouts as a JSON array */
