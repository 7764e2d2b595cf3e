// Written by `scripts/words` from templates/strings/en.yml.

/// A word, or a sentence, that is said as it stands.
enum Word: Int {
  case languageName
  case direction
  case month1
  case month2
  case month3
  case month4
  case month5
  case month6
  case month7
  case month8
  case month9
  case month10
  case month11
  case month12
  case monthShort1
  case monthShort2
  case monthShort3
  case monthShort4
  case monthShort5
  case monthShort6
  case monthShort7
  case monthShort8
  case monthShort9
  case monthShort10
  case monthShort11
  case monthShort12
  case weekday1
  case weekday2
  case weekday3
  case weekday4
  case weekday5
  case weekday6
  case weekday7
  case weekdayShort1
  case weekdayShort2
  case weekdayShort3
  case weekdayShort4
  case weekdayShort5
  case weekdayShort6
  case weekdayShort7
  case dayFirst
  case listVowels
  case undated
  case skipToContent
  case navigation
  case menu
  case menuMore
  case about
  case footerNavigation
  case footerLists
  case footerSite
  case toTop
  case breadcrumbs
  case home
  case contact
  case contactForm
  case licence
  case source
  case suggest
  case noTracking
  case colours
  case coloursAuto
  case coloursLight
  case coloursDark
  case previous
  case next
  case pagination
  case letters
  case jumps
  case facets
  case facetSubject
  case facetLevel
  case facetKind
  case facetLicence
  case facetAnswer
  case facetValue
  case filtersClear
  case filtersNone
  case outline
  case rail
  case copy
  case copied
  case translations
  case backlinks
  case related
  case serves
  case tags
  case updated
  case subjects
  case levels
  case aMember
  case aFormerMember
  case aMembersPage
  case anAddressRemoved
  case aNumberRemoved
  case aCodeRemoved
  case aPupil
  case kindPost
  case kindMember
  case kindMeeting
  case kindResource
  case kindGoal
  case kindSuccess
  case kindPage
  case kindsPost
  case kindsMember
  case kindsMeeting
  case kindsResource
  case kindsGoal
  case kindsSuccess
  case kindsPage
  case noticeDraft
  case noticeMembers
  case noticeUnderReview
  case noticeWithdrawn
  case noticeCancelled
  case noticePostponed
  case noticeGoalDropped
  case homeNoPurpose
  case homeNextMeeting
  case homeNoMeeting
  case homeGoals
  case homePosts
  case homeResources
  case homeSuccess
  case homeJoin
  case standingPaused
  case standingClosed
  case goalsAll
  case postsAll
  case resourcesAll
  case successesAll
  case missedTitle
  case missedIntro
  case missedDecisions
  case missedEarlier
  case missedResources
  case needsTitle
  case needsIntro
  case needRole
  case needAction
  case needChair
  case needQuestion
  case needSeek
  case postKindStory
  case postKindQuestion
  case postKindReflection
  case postKindNews
  case postKindsStory
  case postKindsQuestion
  case postKindsReflection
  case postKindsNews
  case questionOpen
  case questionAnswered
  case answerThis
  case postRepliesTo
  case postAnsweredBy
  case postMeeting
  case postTried
  case postRelated
  case postReplies
  case postAnswers
  case postsIntro
  case postsEmpty
  case postsEmptyHint
  case memberStatusFormer
  case memberOffers
  case memberSeeks
  case memberPastRoles
  case memberLinks
  case memberRelated
  case memberWrote
  case memberChaired
  case memberTookNotes
  case memberAttended
  case memberShared
  case memberTried
  case memberOwns
  case memberSuccesses
  case membersIntro
  case membersAll
  case membersFormer
  case roles
  case roleUnheld
  case roleUnlisted
  case roleEarlier
  case offersTitle
  case offersIntro
  case offersEmpty
  case offersEmptyHint
  case seeksTitle
  case seeksIntro
  case seeksEmpty
  case seeksEmptyHint
  case exchangeUnmet
  case exchangeMatching
  case membersEmpty
  case membersEmptyHint
  case meetingKindMeeting
  case meetingKindWorkshop
  case meetingKindVisit
  case meetingKindSocial
  case meetingStatusPlanned
  case meetingStatusCancelled
  case meetingStatusPostponed
  case modeInPerson
  case modeOnline
  case modeHybrid
  case meetingWhen
  case meetingWhere
  case meetingJoinInfo
  case meetingChair
  case meetingNoteTaker
  case meetingAttendance
  case meetingNoNotes
  case meetingNoNotesHint
  case meetingNoAgenda
  case meetingNoAgendaHint
  case meetingRelated
  case meetingEvidenceFor
  case signUp
  case calendar
  case meetingsIntro
  case meetingsUpcoming
  case meetingsNoneUpcoming
  case meetingsNoneUpcomingHint
  case meetingsSeries
  case calendarAdd
  case calendarAll
  case calendarSubscribe
  case feed
  case meetingsEmpty
  case series
  case seriesMode
  case seriesGives
  case seriesNoneUpcoming
  case seriesNext
  case seriesLatest
  case seriesEnded
  case seriesResting
  case resourceKindLessonPlan
  case resourceKindActivity
  case resourceKindWorksheet
  case resourceKindAssessment
  case resourceKindSlides
  case resourceKindVideo
  case resourceKindReading
  case resourceKindTemplate
  case resourceKindTool
  case resourceKindPolicy
  case resourceKindOther
  case resourceKindsLessonPlan
  case resourceKindsActivity
  case resourceKindsWorksheet
  case resourceKindsAssessment
  case resourceKindsSlides
  case resourceKindsVideo
  case resourceKindsReading
  case resourceKindsTemplate
  case resourceKindsTool
  case resourceKindsPolicy
  case resourceKindsOther
  case resourceStatusReview
  case resourceStatusWithdrawn
  case resourceStatusDue
  case resourceTimeNeeded
  case resourceCreators
  case resourceSharedBy
  case resourceBasedOn
  case resourceDate
  case resourceAccessNotes
  case resourceTrials
  case resourceNoTrials
  case resourceNoTrialsHint
  case resourceRelated
  case resourceCitation
  case resourceDerived
  case resourcesIntro
  case resourcesEmpty
  case resourcesEmptyHint
  case openLink
  case licenceAllRightsReserved
  case licenceOther
  case licenceUnknown
  case goalStatusProposed
  case goalStatusActive
  case goalStatusAchieved
  case goalStatusPaused
  case goalStatusDropped
  case goalWhy
  case goalOwners
  case goalMeasure
  case goalBaseline
  case goalLatest
  case goalTarget
  case goalTargetReached
  case goalPicture
  case momentReading
  case momentDecision
  case momentAction
  case momentMilestone
  case goalReadings
  case goalReadingDate
  case goalReadingValue
  case goalReadingNote
  case goalNoReadings
  case goalNoReadingsHint
  case goalMilestones
  case goalNoMilestones
  case goalNoMilestonesHint
  case goalStart
  case goalDue
  case goalClosed
  case goalRelated
  case goalNoRelated
  case goalNoRelatedHint
  case milestoneOpen
  case goalsCharts
  case goalsChartsNote
  case chartTable
  case goalTags
  case goalTagsIntro
  case goalsIntro
  case goalsEmpty
  case goalsEmptyHint
  case successValue
  case successEvidence
  case valueImmediate
  case valueImmediateMeaning
  case valuePotential
  case valuePotentialMeaning
  case valueApplied
  case valueAppliedMeaning
  case valueRealised
  case valueRealisedMeaning
  case valueReframing
  case valueReframingMeaning
  case successesIntro
  case successesEmpty
  case successesEmptyHint
  case archiveTitle
  case archiveIntro
  case archiveEmpty
  case yearsTitle
  case yearsIntro
  case yearsEmpty
  case yearGoingOn
  case yearFacts
  case yearEmpty
  case yearMonths
  case chartOtherMeetings
  case chartTotal
  case yearAppendix
  case yearGoals
  case yearMeetings
  case yearResources
  case yearDecisions
  case yearNewcomers
  case yearThanks
  case thanksSuccesses
  case thanksOthers
  case thanksUnnamed
  case tag
  case tagAlso
  case tagBroader
  case tagNarrower
  case tagOfferedBy
  case tagSoughtBy
  case tagAll
  case tagEmpty
  case tagsTitle
  case tagsIntro
  case tagsEmpty
  case tagsEmptyHint
  case letterOther
  case sharePost
  case shareResource
  case shareSuccess
  case shareForm
  case print
  case printIntro
  case printVolumes
  case printContents
  case memberRoles
  case search
  case searchLabel
  case searchKeys
  case searchResultsTitle
  case searchNone
  case searchSome
  case searchAll
  case searchFailed
  case searchNeedsScripts
  case searchMore
  case searchKind
  case searchGoal
  case searchYear
  case searchAny
  case titles
  case pagesIntro
  case pagesEmpty
  case pagesEmptyHint
  case pagesAll
  case notFoundTitle
  case notFoundText
  case takenDownTitle
  case takenDownText
  case redirectTitle
  case alertNote
  case alertTip
  case alertImportant
  case alertWarning
  case alertCaution
  case footnotes
  case footnoteBack
  case table
  case taskDone
  case taskOpen
  case actionsTitle
  case actionsIntro
  case actionsNoneOpen
  case actionsByDue
  case actionsByMember
  case actionsByGoal
  case actionsClosedTitle
  case actionsClosedIntro
  case actionsOfUnnamed
  case actionsOfNobody
  case actionUndated
  case actionDone
  case actionDropped
  case actionNobody
  case actionContinues
  case actionContinuedIn
  case registerTitle
  case actionsCarried
  case actionsCarriedIntro
  case decisionsTitle
  case decisionsIntro
  case decisionsNewest
  case decisionsAll
  case decisionsByGoal
  case decisionsBySeries
  case decisionSuperseded
  case decisionReversed
  case decisionStruck
  case decisionSupersedes
  case decisionReverses
  case decisionSupersededBy
  case decisionReversedBy
  case noteActionHeadings
  case noteActionOpeners
  case noteDecisionHeadings
  case noteDecisionOpeners
  case noteHeadingWords
  case noteNothing
  case notePresent
  case noteAbsent
  case noteNobody
  case noteDue
  case noteBy
  case noteNotBefore
  case noteDone
  case noteContinues
  case noteSupersedes
  case noteReverses
  case noteDateLinks
  case noteToday
  case noteTomorrow
  case noteNext
  case noteEndOf

  /// What the files of strings call them, in the same order.
  static let keys = [
    "language_name", "direction", "month_1", "month_2", "month_3", "month_4", "month_5", "month_6",
    "month_7", "month_8", "month_9", "month_10", "month_11", "month_12", "month_short_1",
    "month_short_2", "month_short_3", "month_short_4", "month_short_5", "month_short_6",
    "month_short_7", "month_short_8", "month_short_9", "month_short_10", "month_short_11",
    "month_short_12", "weekday_1", "weekday_2", "weekday_3", "weekday_4", "weekday_5", "weekday_6",
    "weekday_7", "weekday_short_1", "weekday_short_2", "weekday_short_3", "weekday_short_4",
    "weekday_short_5", "weekday_short_6", "weekday_short_7", "day_first", "list_vowels", "undated",
    "skip_to_content", "navigation", "menu", "menu_more", "about", "footer_navigation",
    "footer_lists", "footer_site", "to_top", "breadcrumbs", "home", "contact", "contact_form",
    "licence", "source", "suggest", "no_tracking", "colours", "colours_auto", "colours_light",
    "colours_dark", "previous", "next", "pagination", "letters", "jumps", "facets", "facet_subject",
    "facet_level", "facet_kind", "facet_licence", "facet_answer", "facet_value", "filters_clear",
    "filters_none", "outline", "rail", "copy", "copied", "translations", "backlinks", "related",
    "serves", "tags", "updated", "subjects", "levels", "a_member", "a_former_member",
    "a_members_page", "an_address_removed", "a_number_removed", "a_code_removed", "a_pupil",
    "kind_post", "kind_member", "kind_meeting", "kind_resource", "kind_goal", "kind_success",
    "kind_page", "kinds_post", "kinds_member", "kinds_meeting", "kinds_resource", "kinds_goal",
    "kinds_success", "kinds_page", "notice_draft", "notice_members", "notice_under_review",
    "notice_withdrawn", "notice_cancelled", "notice_postponed", "notice_goal_dropped",
    "home_no_purpose", "home_next_meeting", "home_no_meeting", "home_goals", "home_posts",
    "home_resources", "home_success", "home_join", "standing_paused", "standing_closed",
    "goals_all", "posts_all", "resources_all", "successes_all", "missed_title", "missed_intro",
    "missed_decisions", "missed_earlier", "missed_resources", "needs_title", "needs_intro",
    "need_role", "need_action", "need_chair", "need_question", "need_seek", "post_kind_story",
    "post_kind_question", "post_kind_reflection", "post_kind_news", "post_kinds_story",
    "post_kinds_question", "post_kinds_reflection", "post_kinds_news", "question_open",
    "question_answered", "answer_this", "post_replies_to", "post_answered_by", "post_meeting",
    "post_tried", "post_related", "post_replies", "post_answers", "posts_intro", "posts_empty",
    "posts_empty_hint", "member_status_former", "member_offers", "member_seeks",
    "member_past_roles", "member_links", "member_related", "member_wrote", "member_chaired",
    "member_took_notes", "member_attended", "member_shared", "member_tried", "member_owns",
    "member_successes", "members_intro", "members_all", "members_former", "roles", "role_unheld",
    "role_unlisted", "role_earlier", "offers_title", "offers_intro", "offers_empty",
    "offers_empty_hint", "seeks_title", "seeks_intro", "seeks_empty", "seeks_empty_hint",
    "exchange_unmet", "exchange_matching", "members_empty", "members_empty_hint",
    "meeting_kind_meeting", "meeting_kind_workshop", "meeting_kind_visit", "meeting_kind_social",
    "meeting_status_planned", "meeting_status_cancelled", "meeting_status_postponed",
    "mode_in_person", "mode_online", "mode_hybrid", "meeting_when", "meeting_where",
    "meeting_join_info", "meeting_chair", "meeting_note_taker", "meeting_attendance",
    "meeting_no_notes", "meeting_no_notes_hint", "meeting_no_agenda", "meeting_no_agenda_hint",
    "meeting_related", "meeting_evidence_for", "sign_up", "calendar", "meetings_intro",
    "meetings_upcoming", "meetings_none_upcoming", "meetings_none_upcoming_hint", "meetings_series",
    "calendar_add", "calendar_all", "calendar_subscribe", "feed", "meetings_empty", "series",
    "series_mode", "series_gives", "series_none_upcoming", "series_next", "series_latest",
    "series_ended", "series_resting", "resource_kind_lesson_plan", "resource_kind_activity",
    "resource_kind_worksheet", "resource_kind_assessment", "resource_kind_slides",
    "resource_kind_video", "resource_kind_reading", "resource_kind_template", "resource_kind_tool",
    "resource_kind_policy", "resource_kind_other", "resource_kinds_lesson_plan",
    "resource_kinds_activity", "resource_kinds_worksheet", "resource_kinds_assessment",
    "resource_kinds_slides", "resource_kinds_video", "resource_kinds_reading",
    "resource_kinds_template", "resource_kinds_tool", "resource_kinds_policy",
    "resource_kinds_other", "resource_status_review", "resource_status_withdrawn",
    "resource_status_due", "resource_time_needed", "resource_creators", "resource_shared_by",
    "resource_based_on", "resource_date", "resource_access_notes", "resource_trials",
    "resource_no_trials", "resource_no_trials_hint", "resource_related", "resource_citation",
    "resource_derived", "resources_intro", "resources_empty", "resources_empty_hint", "open_link",
    "licence_all_rights_reserved", "licence_other", "licence_unknown", "goal_status_proposed",
    "goal_status_active", "goal_status_achieved", "goal_status_paused", "goal_status_dropped",
    "goal_why", "goal_owners", "goal_measure", "goal_baseline", "goal_latest", "goal_target",
    "goal_target_reached", "goal_picture", "moment_reading", "moment_decision", "moment_action",
    "moment_milestone", "goal_readings", "goal_reading_date", "goal_reading_value",
    "goal_reading_note", "goal_no_readings", "goal_no_readings_hint", "goal_milestones",
    "goal_no_milestones", "goal_no_milestones_hint", "goal_start", "goal_due", "goal_closed",
    "goal_related", "goal_no_related", "goal_no_related_hint", "milestone_open", "goals_charts",
    "goals_charts_note", "chart_table", "goal_tags", "goal_tags_intro", "goals_intro",
    "goals_empty", "goals_empty_hint", "success_value", "success_evidence", "value_immediate",
    "value_immediate_meaning", "value_potential", "value_potential_meaning", "value_applied",
    "value_applied_meaning", "value_realised", "value_realised_meaning", "value_reframing",
    "value_reframing_meaning", "successes_intro", "successes_empty", "successes_empty_hint",
    "archive_title", "archive_intro", "archive_empty", "years_title", "years_intro", "years_empty",
    "year_going_on", "year_facts", "year_empty", "year_months", "chart_other_meetings",
    "chart_total", "year_appendix", "year_goals", "year_meetings", "year_resources",
    "year_decisions", "year_newcomers", "year_thanks", "thanks_successes", "thanks_others",
    "thanks_unnamed", "tag", "tag_also", "tag_broader", "tag_narrower", "tag_offered_by",
    "tag_sought_by", "tag_all", "tag_empty", "tags_title", "tags_intro", "tags_empty",
    "tags_empty_hint", "letter_other", "share_post", "share_resource", "share_success",
    "share_form", "print", "print_intro", "print_volumes", "print_contents", "member_roles",
    "search", "search_label", "search_keys", "search_results_title", "search_none", "search_some",
    "search_all", "search_failed", "search_needs_scripts", "search_more", "search_kind",
    "search_goal", "search_year", "search_any", "titles", "pages_intro", "pages_empty",
    "pages_empty_hint", "pages_all", "not_found_title", "not_found_text", "taken_down_title",
    "taken_down_text", "redirect_title", "alert_note", "alert_tip", "alert_important",
    "alert_warning", "alert_caution", "footnotes", "footnote_back", "table", "task_done",
    "task_open", "actions_title", "actions_intro", "actions_none_open", "actions_by_due",
    "actions_by_member", "actions_by_goal", "actions_closed_title", "actions_closed_intro",
    "actions_of_unnamed", "actions_of_nobody", "action_undated", "action_done", "action_dropped",
    "action_nobody", "action_continues", "action_continued_in", "register_title", "actions_carried",
    "actions_carried_intro", "decisions_title", "decisions_intro", "decisions_newest",
    "decisions_all", "decisions_by_goal", "decisions_by_series", "decision_superseded",
    "decision_reversed", "decision_struck", "decision_supersedes", "decision_reverses",
    "decision_superseded_by", "decision_reversed_by", "note_action_headings", "note_action_openers",
    "note_decision_headings", "note_decision_openers", "note_heading_words", "note_nothing",
    "note_present", "note_absent", "note_nobody", "note_due", "note_by", "note_not_before",
    "note_done", "note_continues", "note_supersedes", "note_reverses", "note_date_links",
    "note_today", "note_tomorrow", "note_next", "note_end_of",
  ]
}

/// A text with places to fill in, each of which has a function below.
enum Pattern: Int {
  case dateFull
  case dateLong
  case dateShort
  case dateMonth
  case timeRange
  case timeFrom
  case timeWithZone
  case timeWithOffset
  case timeOnDate
  case period
  case periodSince
  case periodUntil
  case listAnd
  case listComma
  case listAndVowel
  case rhythmMonthly1
  case rhythmMonthly2
  case rhythmMonthly3
  case rhythmMonthly4
  case rhythmLast
  case pageOf
  case filtersShown
  case narrowedTitle
  case backlinkKind
  case dueOn
  case noticeReviewDue
  case noticeGoalDroppedOn
  case noticeGoalPastDue
  case translation
  case homeLastMeeting
  case homeRhythm
  case standingPausedSince
  case standingClosedSince
  case missedUses
  case memberSince
  case memberFromTo
  case meetingAttendanceAndGuests
  case calendarSeries
  case calendarExpected
  case partOfCommunity
  case fileDetail
  case percent
  case goalTowardsTarget
  case chartTarget
  case chartBaseline
  case monthOfYear
  case findingMoved
  case findingOf
  case findingSame
  case findingTarget
  case findingReached
  case findingSince
  case findingBetween
  case findingIn
  case milestoneDone
  case milestoneDue
  case milestoneOverdue
  case goalTagsMost
  case yearTitle
  case chartMost
  case chartEven
  case chartInMonths
  case yearGoalMoved
  case yearGoalUnchanged
  case yearGoalReached
  case printVolume
  case printPart
  case searchFixed
  case searchExactly
  case titlesPart
  case actionsSummary
  case actionOverdue
  case actionDoneOn
  case actionNumber
  case actionReference
  case actionCarried
  case decisionNumber
  case decisionReference

  /// What the files of strings call them, in the same order.
  static let keys = [
    "date_full", "date_long", "date_short", "date_month", "time_range", "time_from",
    "time_with_zone", "time_with_offset", "time_on_date", "period", "period_since", "period_until",
    "list_and", "list_comma", "list_and_vowel", "rhythm_monthly_1", "rhythm_monthly_2",
    "rhythm_monthly_3", "rhythm_monthly_4", "rhythm_last", "page_of", "filters_shown",
    "narrowed_title", "backlink_kind", "due_on", "notice_review_due", "notice_goal_dropped_on",
    "notice_goal_past_due", "translation", "home_last_meeting", "home_rhythm",
    "standing_paused_since", "standing_closed_since", "missed_uses", "member_since",
    "member_from_to", "meeting_attendance_and_guests", "calendar_series", "calendar_expected",
    "part_of_community", "file_detail", "percent", "goal_towards_target", "chart_target",
    "chart_baseline", "month_of_year", "finding_moved", "finding_of", "finding_same",
    "finding_target", "finding_reached", "finding_since", "finding_between", "finding_in",
    "milestone_done", "milestone_due", "milestone_overdue", "goal_tags_most", "year_title",
    "chart_most", "chart_even", "chart_in_months", "year_goal_moved", "year_goal_unchanged",
    "year_goal_reached", "print_volume", "print_part", "search_fixed", "search_exactly",
    "titles_part", "actions_summary", "action_overdue", "action_done_on", "action_number",
    "action_reference", "action_carried", "decision_number", "decision_reference",
  ]
}

/// A word that stands with a number.
enum CountedWord: Int {
  case countPost
  case countMember
  case countMeeting
  case countResource
  case countGoal
  case countSuccess
  case countPage
  case countEntry
  case countGuest
  case countAction
  case missedTrials
  case needSeekers
  case needMore
  case membersUnlisted
  case exchangeSought
  case exchangeOffered
  case minutes
  case hours
  case lessons
  case days
  case weeks
  case yearCountMeetings
  case yearCountAttendance
  case yearCountGuests
  case yearCountDecisions
  case yearCountActions
  case yearCountResources
  case yearCountNewcomers
  case searchResults
  case actionsOpen
  case actionsOverdue
  case actionsClosed

  /// What the files of strings call them, in the same order.
  static let keys = [
    "count_post", "count_member", "count_meeting", "count_resource", "count_goal", "count_success",
    "count_page", "count_entry", "count_guest", "count_action", "missed_trials", "need_seekers",
    "need_more", "members_unlisted", "exchange_sought", "exchange_offered", "minutes", "hours",
    "lessons", "days", "weeks", "year_count_meetings", "year_count_attendance", "year_count_guests",
    "year_count_decisions", "year_count_actions", "year_count_resources", "year_count_newcomers",
    "search_results", "actions_open", "actions_overdue", "actions_closed",
  ]
}

/// A word that stands with a number and has other places to fill in.
enum CountedPattern: Int {
  case rhythmWeekly
  case goalActionsDone
  case goalMilestonesDone
  case decisionsCount

  /// What the files of strings call them, in the same order.
  static let keys = [
    "rhythm_weekly", "goal_actions_done", "goal_milestones_done", "decisions_count",
  ]
}

extension Words {
  /// In English: `{start} to {end}`.
  func timeRange(start: String, end: String) -> String {
    filled(.timeRange, ["start": start, "end": end])
  }

  /// In English: `from {start}`.
  func timeFrom(start: String) -> String {
    filled(.timeFrom, ["start": start])
  }

  /// In English: `{time} in {zone}`.
  func timeWithZone(time: String, zone: String) -> String {
    filled(.timeWithZone, ["time": time, "zone": zone])
  }

  /// In English: `{time} ({offset})`.
  func timeWithOffset(time: String, offset: String) -> String {
    filled(.timeWithOffset, ["time": time, "offset": offset])
  }

  /// In English: `{time} on {date}`.
  func timeOnDate(time: String, date: String) -> String {
    filled(.timeOnDate, ["time": time, "date": date])
  }

  /// In English: `{from} to {to}`.
  func period(from: String, to: String) -> String {
    filled(.period, ["from": from, "to": to])
  }

  /// In English: `since {from}`.
  func periodSince(from: String) -> String {
    filled(.periodSince, ["from": from])
  }

  /// In English: `until {to}`.
  func periodUntil(to: String) -> String {
    filled(.periodUntil, ["to": to])
  }

  /// In English: `{first} and {last}`.
  func listAnd(first: String, last: String) -> String {
    filled(.listAnd, ["first": first, "last": last])
  }

  /// In English: `{first}, {last}`.
  func listComma(first: String, last: String) -> String {
    filled(.listComma, ["first": first, "last": last])
  }

  /// In English: `{first} and {last}`.
  func listAndVowel(first: String, last: String) -> String {
    filled(.listAndVowel, ["first": first, "last": last])
  }

  /// In English: `every first {weekday} of the month`.
  func rhythmMonthly1(weekday: String) -> String {
    filled(.rhythmMonthly1, ["weekday": weekday])
  }

  /// In English: `every second {weekday} of the month`.
  func rhythmMonthly2(weekday: String) -> String {
    filled(.rhythmMonthly2, ["weekday": weekday])
  }

  /// In English: `every third {weekday} of the month`.
  func rhythmMonthly3(weekday: String) -> String {
    filled(.rhythmMonthly3, ["weekday": weekday])
  }

  /// In English: `every fourth {weekday} of the month`.
  func rhythmMonthly4(weekday: String) -> String {
    filled(.rhythmMonthly4, ["weekday": weekday])
  }

  /// In English: `every last {weekday} of the month`.
  func rhythmLast(weekday: String) -> String {
    filled(.rhythmLast, ["weekday": weekday])
  }

  /// In English: `every {count} weeks, on a {weekday}`.
  func rhythmWeekly(_ count: Int, weekday: String) -> String {
    counted(.rhythmWeekly, count, ["weekday": weekday])
  }

  /// In English: `Page {current} of {total}`.
  func pageOf(current: String, total: String) -> String {
    filled(.pageOf, ["current": current, "total": total])
  }

  /// In English: `{count} of {total} shown`.
  func filtersShown(count: String, total: String) -> String {
    filled(.filtersShown, ["count": count, "total": total])
  }

  /// In English: `{kinds}: {choice}`.
  func narrowedTitle(kinds: String, choice: String) -> String {
    filled(.narrowedTitle, ["kinds": kinds, "choice": choice])
  }

  /// In English: `{kind}, {date}`.
  func backlinkKind(kind: String, date: String) -> String {
    filled(.backlinkKind, ["kind": kind, "date": date])
  }

  /// In English: `Due {date}`.
  func dueOn(date: String) -> String {
    filled(.dueOn, ["date": date])
  }

  /// In English: `This was due to be looked at again on {date}. It may be out of date.`.
  func noticeReviewDue(date: String) -> String {
    filled(.noticeReviewDue, ["date": date])
  }

  /// In English: `We dropped this goal on {date}. The page is kept for the record.`.
  func noticeGoalDroppedOn(date: String) -> String {
    filled(.noticeGoalDroppedOn, ["date": date])
  }

  /// In English: `We meant to reach this goal by {date}. We are still working on it.`.
  func noticeGoalPastDue(date: String) -> String {
    filled(.noticeGoalPastDue, ["date": date])
  }

  /// In English: `{language}: {title}`.
  func translation(language: String, title: String) -> String {
    filled(.translation, ["language": language, "title": title])
  }

  /// In English: `We last met on {date}.`.
  func homeLastMeeting(date: String) -> String {
    filled(.homeLastMeeting, ["date": date])
  }

  /// In English: `{series}: {rhythm}.`.
  func homeRhythm(series: String, rhythm: String) -> String {
    filled(.homeRhythm, ["series": series, "rhythm": rhythm])
  }

  /// In English: `This community has been resting since {date}.`.
  func standingPausedSince(date: String) -> String {
    filled(.standingPausedSince, ["date": date])
  }

  /// In English: `This community ended on {date}.`.
  func standingClosedSince(date: String) -> String {
    filled(.standingClosedSince, ["date": date])
  }

  /// In English: `{sources}, last on {date}`.
  func missedUses(sources: String, date: String) -> String {
    filled(.missedUses, ["sources": sources, "date": date])
  }

  /// In English: `Member since {date}`.
  func memberSince(date: String) -> String {
    filled(.memberSince, ["date": date])
  }

  /// In English: `Member from {from} to {to}`.
  func memberFromTo(from: String, to: String) -> String {
    filled(.memberFromTo, ["from": from, "to": to])
  }

  /// In English: `{members} and {guests}`.
  func meetingAttendanceAndGuests(members: String, guests: String) -> String {
    filled(.meetingAttendanceAndGuests, ["members": members, "guests": guests])
  }

  /// In English: `Calendar of {series}`.
  func calendarSeries(series: String) -> String {
    filled(.calendarSeries, ["series": series])
  }

  /// In English: `Not announced yet. This series meets {rhythm}.`.
  func calendarExpected(rhythm: String) -> String {
    filled(.calendarExpected, ["rhythm": rhythm])
  }

  /// In English: `{part} – {community}`.
  func partOfCommunity(part: String, community: String) -> String {
    filled(.partOfCommunity, ["part": part, "community": community])
  }

  /// In English: `{format}, {size}`.
  func fileDetail(format: String, size: String) -> String {
    filled(.fileDetail, ["format": format, "size": size])
  }

  /// In English: `{number}%`.
  func percent(number: String) -> String {
    filled(.percent, ["number": number])
  }

  /// In English: `{percent} of the way to the target`.
  func goalTowardsTarget(percent: String) -> String {
    filled(.goalTowardsTarget, ["percent": percent])
  }

  /// In English: `Target: {value}`.
  func chartTarget(value: String) -> String {
    filled(.chartTarget, ["value": value])
  }

  /// In English: `Start: {value}`.
  func chartBaseline(value: String) -> String {
    filled(.chartBaseline, ["value": value])
  }

  /// In English: `{month} {year}`.
  func monthOfYear(month: String, year: String) -> String {
    filled(.monthOfYear, ["month": month, "year": year])
  }

  /// In English: `From {from} to {to} {when}`.
  func findingMoved(from: String, to: String, when: String) -> String {
    filled(.findingMoved, ["from": from, "to": to, "when": when])
  }

  /// In English: `From {from} to {to} of {target} {when}`.
  func findingOf(from: String, to: String, target: String, when: String) -> String {
    filled(.findingOf, ["from": from, "to": to, "target": target, "when": when])
  }

  /// In English: `{to}, as at the start in {month}`.
  func findingSame(to: String, month: String) -> String {
    filled(.findingSame, ["to": to, "month": month])
  }

  /// In English: `{line} (target: {target})`.
  func findingTarget(line: String, target: String) -> String {
    filled(.findingTarget, ["line": line, "target": target])
  }

  /// In English: `{line}: the target of {target} is reached`.
  func findingReached(line: String, target: String) -> String {
    filled(.findingReached, ["line": line, "target": target])
  }

  /// In English: `since {month}`.
  func findingSince(month: String) -> String {
    filled(.findingSince, ["month": month])
  }

  /// In English: `between {first} and {last}`.
  func findingBetween(first: String, last: String) -> String {
    filled(.findingBetween, ["first": first, "last": last])
  }

  /// In English: `in {month}`.
  func findingIn(month: String) -> String {
    filled(.findingIn, ["month": month])
  }

  /// In English: `{done} of {count} actions done`.
  func goalActionsDone(_ count: Int, done: String) -> String {
    counted(.goalActionsDone, count, ["done": done])
  }

  /// In English: `{done} of {count} milestones done`.
  func goalMilestonesDone(_ count: Int, done: String) -> String {
    counted(.goalMilestonesDone, count, ["done": done])
  }

  /// In English: `Done {date}`.
  func milestoneDone(date: String) -> String {
    filled(.milestoneDone, ["date": date])
  }

  /// In English: `Due {date}`.
  func milestoneDue(date: String) -> String {
    filled(.milestoneDue, ["date": date])
  }

  /// In English: `Was due {date}`.
  func milestoneOverdue(date: String) -> String {
    filled(.milestoneOverdue, ["date": date])
  }

  /// In English: `{intro} Most often together: {goal} and {tag}, {count}.`.
  func goalTagsMost(intro: String, goal: String, tag: String, count: String) -> String {
    filled(.goalTagsMost, ["intro": intro, "goal": goal, "tag": tag, "count": count])
  }

  /// In English: `The year {year}`.
  func yearTitle(year: String) -> String {
    filled(.yearTitle, ["year": year])
  }

  /// In English: `{counts} in {year}, most in {months}.`.
  func chartMost(counts: String, year: String, months: String) -> String {
    filled(.chartMost, ["counts": counts, "year": year, "months": months])
  }

  /// In English: `{counts} in {year}, never more than {most} in a month.`.
  func chartEven(counts: String, year: String, most: String) -> String {
    filled(.chartEven, ["counts": counts, "year": year, "most": most])
  }

  /// In English: `{counts}, in {months}.`.
  func chartInMonths(counts: String, months: String) -> String {
    filled(.chartInMonths, ["counts": counts, "months": months])
  }

  /// In English: `From {from} to {to}`.
  func yearGoalMoved(from: String, to: String) -> String {
    filled(.yearGoalMoved, ["from": from, "to": to])
  }

  /// In English: `{to}, as at the start`.
  func yearGoalUnchanged(to: String) -> String {
    filled(.yearGoalUnchanged, ["to": to])
  }

  /// In English: `Measured: {to}`.
  func yearGoalReached(to: String) -> String {
    filled(.yearGoalReached, ["to": to])
  }

  /// In English: `{kind}: {count}`.
  func printVolume(kind: String, count: String) -> String {
    filled(.printVolume, ["kind": kind, "count": count])
  }

  /// In English: `{kind}, part {current} of {total}`.
  func printPart(kind: String, current: String, total: String) -> String {
    filled(.printPart, ["kind": kind, "current": current, "total": total])
  }

  /// In English: `Showing results for {words}.`.
  func searchFixed(words: String) -> String {
    filled(.searchFixed, ["words": words])
  }

  /// In English: `Search for “{words}” instead`.
  func searchExactly(words: String) -> String {
    filled(.searchExactly, ["words": words])
  }

  /// In English: `Everything, A to Z: {range}`.
  func titlesPart(range: String) -> String {
    filled(.titlesPart, ["range": range])
  }

  /// In English: `{open}, {overdue}`.
  func actionsSummary(open: String, overdue: String) -> String {
    filled(.actionsSummary, ["open": open, "overdue": overdue])
  }

  /// In English: `Overdue since {date}`.
  func actionOverdue(date: String) -> String {
    filled(.actionOverdue, ["date": date])
  }

  /// In English: `Done {date}`.
  func actionDoneOn(date: String) -> String {
    filled(.actionDoneOn, ["date": date])
  }

  /// In English: `Action {number}`.
  func actionNumber(number: String) -> String {
    filled(.actionNumber, ["number": number])
  }

  /// In English: `action {number} of {date}`.
  func actionReference(number: String, date: String) -> String {
    filled(.actionReference, ["number": number, "date": date])
  }

  /// In English: `carried over from {date}`.
  func actionCarried(date: String) -> String {
    filled(.actionCarried, ["date": date])
  }

  /// In English: `{count} decisions, {in_force} in force`.
  func decisionsCount(_ count: Int, inForce: String) -> String {
    counted(.decisionsCount, count, ["in_force": inForce])
  }

  /// In English: `Decision {number}`.
  func decisionNumber(number: String) -> String {
    filled(.decisionNumber, ["number": number])
  }

  /// In English: `decision {number} of {date}`.
  func decisionReference(number: String, date: String) -> String {
    filled(.decisionReference, ["number": number, "date": date])
  }
}
