-- In which language whoever asked for the link read the page: for the mail, and for the user it makes.
ALTER TABLE "SignInLink" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';
