#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of src/core. */
typedef struct _TjRoutine TjRoutine;
typedef struct _TjRoutineStep TjRoutineStep;
typedef struct _TjLadder TjLadder;
typedef struct _TjLadderFacts TjLadderFacts;

/* Entities of src/model. */
typedef struct _TjYouth TjYouth;
typedef struct _TjRegistration TjRegistration;
typedef struct _TjContact TjContact;
typedef struct _TjKnowledge TjKnowledge;
typedef struct _TjFollowUp TjFollowUp;
typedef struct _TjLetter TjLetter;
typedef struct _TjMeasure TjMeasure;
typedef struct _TjActivity TjActivity;
typedef struct _TjPlan TjPlan;
typedef struct _TjSchoolReport TjSchoolReport;
typedef struct _TjSchoolReportStep TjSchoolReportStep;
typedef struct _TjResident TjResident;
typedef struct _TjEnrolment TjEnrolment;
typedef struct _TjInvoiceLine TjInvoiceLine;
typedef struct _TjCertificate TjCertificate;
typedef struct _TjAdultStudy TjAdultStudy;
typedef struct _TjAdmission TjAdmission;
typedef struct _TjPriceLine TjPriceLine;
typedef struct _TjProposal TjProposal;
typedef struct _TjReconciliation TjReconciliation;
typedef struct _TjReconciliationItem TjReconciliationItem;

/* The services a context hands out. */
typedef struct _TjSecret TjSecret;
typedef struct _TjStore TjStore;
typedef struct _TjContext TjContext;

G_END_DECLS
