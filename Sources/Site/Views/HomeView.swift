import Templates

/// `home`: who we are, when we meet next, what we work towards, what is new, how to join.
struct HomeView: View {
  let site: SiteView
  let page: PageView
  var purpose: String?
  /// That of the page where newcomers start.
  var image: ImageView?
  var start: LinkView?
  /// The way to what who joins midway might have missed.
  var missed: LinkView?
  var nextMeeting: OccasionView?
  /// When the community last met, and when its series meet: said where no meeting is planned.
  var lastMeeting: LinkView?
  var rhythms: String?
  var goals: [CardView] = []
  var moreGoals: LinkView?
  var posts: [CardView] = []
  var morePosts: LinkView?
  var resources: [CardView] = []
  var moreResources: LinkView?
  var success: CheerView?
  var needs: [NeedView] = []
  var join: HTML?

  static let fields: Fields<HomeView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .text("purpose") { $0.purpose },
    .view("image") { $0.image },
    .view("start") { $0.start },
    .view("missed") { $0.missed },
    .view("next_meeting") { $0.nextMeeting },
    .view("last_meeting") { $0.lastMeeting },
    .text("rhythms") { $0.rhythms },
    .list("goals") { $0.goals },
    .view("more_goals") { $0.moreGoals },
    .list("posts") { $0.posts },
    .view("more_posts") { $0.morePosts },
    .list("resources") { $0.resources },
    .view("more_resources") { $0.moreResources },
    .view("success") { $0.success },
    .list("needs") { $0.needs },
    .html("join") { $0.join },
    .flag("has_buttons") { $0.join != nil || $0.start != nil },
  ]
}
