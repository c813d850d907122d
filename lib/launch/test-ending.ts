import { afterAll } from "vitest";
import { leaveDatabases } from "@/lib/launch/test-database";

// Vitest runs this before each file of service tests.
afterAll(leaveDatabases);
