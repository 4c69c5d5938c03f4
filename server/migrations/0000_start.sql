CREATE SCHEMA IF NOT EXISTS "guildhall";
--> statement-breakpoint
CREATE TABLE "guildhall"."activity" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb,
	"action" text COLLATE "C" NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guildhall"."events" (
	"stream" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "guildhall"."idempotency_keys" (
	"actor_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"input_hash" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"response" json,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "guildhall"."images" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content_type" text COLLATE "C" NOT NULL,
	"data" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guildhall"."invitations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"search_key" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" DEFAULT 'pending' NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"invited_by" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_role" CHECK ("guildhall"."invitations"."role" in ('owner', 'admin', 'member')),
	CONSTRAINT "invitations_status" CHECK ("guildhall"."invitations"."status" in ('pending', 'accepted', 'declined', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "guildhall"."mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace_id" text COLLATE "C" NOT NULL,
	"invitation_id" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"sender_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"error" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mails_status" CHECK ("guildhall"."mails"."status" in ('queued', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "guildhall"."members" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"billing_contact" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_role" CHECK ("guildhall"."members"."role" in ('owner', 'admin', 'member'))
);
--> statement-breakpoint
CREATE TABLE "guildhall"."users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_verified" boolean NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"image_url" text COLLATE "C",
	"sort_key" text COLLATE "C" NOT NULL,
	"search_key" text COLLATE "C" NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guildhall"."workspaces" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"home_of" text COLLATE "C",
	"image_key" text COLLATE "C",
	"member_limit" integer,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "guildhall"."activity" ADD CONSTRAINT "activity_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "guildhall"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."mails" ADD CONSTRAINT "mails_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."mails" ADD CONSTRAINT "mails_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "guildhall"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "guildhall"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guildhall"."members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "guildhall"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_by_age" ON "guildhall"."activity" USING btree ("workspace_id","at","id");--> statement-breakpoint
CREATE INDEX "events_by_age" ON "guildhall"."events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "guildhall"."idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_pending" ON "guildhall"."invitations" USING btree ("workspace_id","email") WHERE "guildhall"."invitations"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitations_pending" ON "guildhall"."invitations" USING btree ("workspace_id","created_at","id") WHERE "guildhall"."invitations"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitations_pending_by_email" ON "guildhall"."invitations" USING btree ("email") WHERE "guildhall"."invitations"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitations_by_sender" ON "guildhall"."invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "mails_due" ON "guildhall"."mails" USING btree ("next_attempt_at") WHERE "guildhall"."mails"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "mails_by_sender" ON "guildhall"."mails" USING btree ("sender_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_by_workspace" ON "guildhall"."mails" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_once" ON "guildhall"."mails" USING btree ("invitation_id","generation");--> statement-breakpoint
CREATE UNIQUE INDEX "members_once" ON "guildhall"."members" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "members_by_joined" ON "guildhall"."members" USING btree ("workspace_id","joined_at","id");--> statement-breakpoint
CREATE INDEX "members_by_user" ON "guildhall"."members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "users_email" ON "guildhall"."users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_one_home" ON "guildhall"."workspaces" USING btree ("home_of") WHERE "guildhall"."workspaces"."home_of" is not null and "guildhall"."workspaces"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "workspaces_deleted" ON "guildhall"."workspaces" USING btree ("deleted_at") WHERE "guildhall"."workspaces"."deleted_at" is not null;