const BUILD = "MIT-LCP/physionet-build on GitHub, physionet-django";

/** Public sources of what this folder says, each named once. */
export const SOURCES = {
  gates: `${BUILD}/project/authorization/access.py`,
  requests: `${BUILD}/project/modelcomponents/access.py`,
  requestEnd: `${BUILD}/project/managers/access.py`,
  credentialing: `${BUILD}/user/models.py`,
  credentialForm: `${BUILD}/user/forms.py`,
  validators: `${BUILD}/user/validators.py`,
  reports: `${BUILD}/user/trainingreport.py`,
  settings: `${BUILD}/physionet/settings/base.py`,
  autoAccept: `${BUILD}/project/management/commands/accept_pending_requests.py`,
  signing: `${BUILD}/project/views.py, sign_dua`,
  agreementsPage: `${BUILD}/user/templates/user/view_agreements.html`,
  credentialPage: `${BUILD}/user/templates/user/edit_credentialing.html`,
  trainingPage: `${BUILD}/user/templates/user/edit_training.html`,
  agreement: "MIT-LCP/license-and-dua on GitHub, version 1.5.0",
  hirid: "https://physionet.org/content/hirid/1.1.1/",
  course: "https://physionet.org/about/citi-course/",
  waiting: "MIT-LCP/physionet on GitHub, issues 99 and 157",
  trainingFixture: `${BUILD}/user/fixtures/demo-training-type.json`,
  trainingWaits: "MIT-LCP/physionet-build on GitHub, issue 1626",
  trainingLength: "MIT-LCP/physionet-build on GitHub, issue 1562",
  ownSignature: "MIT-LCP/physionet on GitHub, issue 98",
} as const;
