/// A text that a new site or a new entry begins with, by its key in
/// `Sources/StarterFiles/files/words`, where `en.yml` says what each is.
package enum StarterWord: String, CaseIterable, Sendable {
  // The settings, the tags, README.md.
  case settingsNote = "settings_note"
  case tagline
  case purpose
  case purposePrompt = "purpose_prompt"
  case sourceNote = "source_note"
  case joinNote = "join_note"
  case join
  case contactNote = "contact_note"
  case shareNote = "share_note"
  case baseURLNote = "base_url_note"
  case coordinator
  case coordinatorSummary = "coordinator_summary"
  case noteTaker = "note_taker"
  case noteTakerSummary = "note_taker_summary"
  case circle
  case circleSummary = "circle_summary"
  case tagsNote = "tags_note"
  case tagFeedback = "tag_feedback"
  case tagFeedbackAlso = "tag_feedback_also"
  case tagTalk = "tag_talk"
  case readMe = "read_me"

  // The fields that a new file offers.
  case fieldsNote = "fields_note"
  case or
  case needed
  case frontMatter = "front_matter"
  case aPost = "a_post"
  case aMember = "a_member"
  case aMeeting = "a_meeting"
  case aResource = "a_resource"
  case aGoal = "a_goal"
  case aSuccess = "a_success"
  case aPage = "a_page"

  // The first pages and entries.
  case startTitle = "start_title"
  case start
  case charterTitle = "charter_title"
  case charter
  case privacyTitle = "privacy_title"
  case privacy
  case meetingTitle = "meeting_title"
  case goalTitle = "goal_title"
  case postTitle = "post_title"
  case post
  case resourceTitle = "resource_title"
  case resource
  case successTitle = "success_title"

  // What the text of a new entry begins with, and what a field asks for.
  case newPost = "new_post"
  case newMember = "new_member"
  case newResource = "new_resource"
  case newGoal = "new_goal"
  case newSuccess = "new_success"
  case newPage = "new_page"
  case promptMeasure = "prompt_measure"

  // Agendas, minutes, and what came on a sheet.
  case aboutTheMeeting = "about_the_meeting"
  case whoWasThere = "who_was_there"
  case carriedOver = "carried_over"
  case whatWeTried = "what_we_tried"
  case decisions
  case decisionsHint = "decisions_hint"
  case actions
  case actionsHint = "actions_hint"
  case due
  case continues
  case done
  case stillOpen = "still_open"
  case minutesFromSheet = "minutes_from_sheet"
  case resourceFromSheet = "resource_from_sheet"
  case successFromSheet = "success_from_sheet"
  case consentFromSheet = "consent_from_sheet"
}
