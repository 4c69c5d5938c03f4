CREATE TABLE "guildhall"."billing_accounts" (
	"workspace_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"customer_id" text COLLATE "C",
	"subscription_id" text COLLATE "C",
	"schedule_id" text COLLATE "C",
	"plan_id" text COLLATE "C",
	"plan" jsonb,
	"interval" text COLLATE "C",
	"quantity" integer,
	"status" text COLLATE "C" DEFAULT 'none' NOT NULL,
	"period_start" timestamp (3) with time zone,
	"period_end" timestamp (3) with time zone,
	"trial_ends_at" timestamp (3) with time zone,
	"trial_used" boolean DEFAULT false NOT NULL,
	"cancels_at" timestamp (3) with time zone,
	"cancel_requested_by" text COLLATE "C",
	"cancel_requested_at" timestamp (3) with time zone,
	"scheduled" jsonb,
	"past_due_since" timestamp (3) with time zone,
	"pause_told" boolean DEFAULT false NOT NULL,
	"credit" bigint DEFAULT 0 NOT NULL,
	"currency" text COLLATE "C",
	"snapshot" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"synced_at" timestamp (3) with time zone,
	"dirty_at" timestamp (3) with time zone,
	"lease_holder" text COLLATE "C",
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "billing_accounts_status" CHECK ("guildhall"."billing_accounts"."status" in ('none', 'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused'))
);
--> statement-breakpoint
CREATE TABLE "guildhall"."billing_jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"operation_id" text COLLATE "C" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_after" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"last_error" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "billing_jobs_kind" CHECK ("guildhall"."billing_jobs"."kind" in ('seats', 'end_subscription'))
);
--> statement-breakpoint
CREATE TABLE "guildhall"."billing_moves" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"run_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"workspace_id" text COLLATE "C",
	"customer_id" text COLLATE "C",
	"before" jsonb,
	"after" jsonb,
	"state" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guildhall"."stripe_events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C",
	"created" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_after" timestamp (3) with time zone NOT NULL,
	"last_error" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "guildhall"."workspaces" ADD COLUMN "host_limit" integer;--> statement-breakpoint
UPDATE "guildhall"."workspaces" SET "host_limit" = "member_limit";--> statement-breakpoint
ALTER TABLE "guildhall"."billing_accounts" ADD CONSTRAINT "billing_accounts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."billing_accounts" ADD CONSTRAINT "billing_accounts_cancel_requested_by_users_id_fk" FOREIGN KEY ("cancel_requested_by") REFERENCES "guildhall"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."billing_jobs" ADD CONSTRAINT "billing_jobs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "billing_accounts_one_customer" ON "guildhall"."billing_accounts" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "billing_accounts_dirty" ON "guildhall"."billing_accounts" USING btree ("dirty_at") WHERE "guildhall"."billing_accounts"."dirty_at" is not null;--> statement-breakpoint
CREATE INDEX "billing_accounts_by_sync" ON "guildhall"."billing_accounts" USING btree ("synced_at");--> statement-breakpoint
CREATE INDEX "billing_accounts_by_canceller" ON "guildhall"."billing_accounts" USING btree ("cancel_requested_by");--> statement-breakpoint
CREATE UNIQUE INDEX "billing_jobs_once" ON "guildhall"."billing_jobs" USING btree ("workspace_id","kind");--> statement-breakpoint
CREATE INDEX "billing_jobs_due" ON "guildhall"."billing_jobs" USING btree ("run_after");--> statement-breakpoint
CREATE UNIQUE INDEX "billing_moves_once" ON "guildhall"."billing_moves" USING btree ("run_id","user_id");--> statement-breakpoint
CREATE INDEX "billing_moves_by_customer" ON "guildhall"."billing_moves" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "stripe_events_due" ON "guildhall"."stripe_events" USING btree ("run_after") WHERE "guildhall"."stripe_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "stripe_events_by_age" ON "guildhall"."stripe_events" USING btree ("received_at");