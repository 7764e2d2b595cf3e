import Community
import Dates
import Diagnostics
import Markup
import Text

extension PageContext {
  func article(
    _ type: String, _ entry: PublishedEntry, _ address: String, by authors: [Reference] = [],
    about success: Success? = nil
  ) -> JSON {
    .object([
      "@type": .text(type), "@id": .text(address), "url": .text(address),
      "headline": .text(entry.title), "description": summary(entry),
      "datePublished": entry.date.map { .text("\($0)") },
      "dateModified": entry.common.updated.map { .text("\($0.value)") },
      "author": authors.isEmpty && type == "BlogPosting"
        ? communityReference : makers(authors.map { .some($0) }),
      "publisher": communityReference,
      "image": picture(entry), "keywords": .texts(entry.tags.map(\.label)),
      "inLanguage": .text(entry.language), "isPartOf": siteReference,
      "license": handbook.configuration.licence?.address.map(JSON.text),
    ])
  }

  func event(_ entry: PublishedEntry, _ meeting: Meeting, _ address: String) -> JSON? {
    guard let date = entry.date else { return nil }
    let occasion = Occasion(meeting, on: date, in: handbook.configuration)
    let zone = TimeZones.zone(occasion.timeZone)
    return .object([
      "@type": .text("Event"), "@id": .text(address), "url": .text(address),
      "name": .text(entry.title), "description": summary(entry),
      "startDate": .text(occasion.hours.map { zone.stamp($0.start) } ?? "\(date)"),
      "endDate": ((occasion.hours?.end).map(zone.stamp) ?? occasion.lastDay?.description)
        .map(JSON.text),
      "eventStatus": .text(
        "https://schema.org/" + meeting.status(on: date, today: handbook.today).eventStatus),
      "eventAttendanceMode": occasion.mode.map { .text("https://schema.org/" + $0.attendanceMode) },
      "location": location(occasion, address), "organizer": communityReference,
      "image": picture(entry), "inLanguage": .text(entry.language), "isPartOf": siteReference,
    ])
  }

  /// A room, the internet, or both; how to take part online is told on the page.
  private func location(_ occasion: Occasion, _ address: String) -> JSON? {
    let room = occasion.place.venue.map {
      JSON.object(["@type": .text("Place"), "name": .text($0), "address": .text($0)])
    }
    let online =
      occasion.mode == .online || occasion.mode == .hybrid
      ? JSON.object(["@type": .text("VirtualLocation"), "url": .text(address)]) : nil
    let places = [room, online].compactMap(\.self)
    return places.count == 1 ? places.first : .values(places)
  }

  /// With the properties of LRMI, which schema.org took over.
  func learningResource(
    _ entry: PublishedEntry, _ resource: Resource, _ address: String
  )
    -> JSON
  {
    .object([
      "@type": .text("LearningResource"), "@id": .text(address), "url": .text(address),
      "name": .text(entry.title), "description": summary(entry),
      "learningResourceType": .text(
        words(resource.kind.word)),
      "educationalLevel": .texts(resource.levels),
      "about": .texts(resource.subjects), "keywords": .texts(entry.tags.map(\.label)),
      "timeRequired": resource.timeNeeded?.iso8601.map(JSON.text),
      "license": resource.licence.address.map(JSON.text),
      "author": makers(resource.creators.map(\.member)),
      "isBasedOn": .texts(
        resource.basedOn.compactMap { $0.target.flatMap(plan.addresses.entry).flatMap(canonical) }),
      "datePublished": entry.date.map { .text("\($0)") },
      "dateModified": entry.common.updated.map { .text("\($0.value)") },
      "image": picture(entry), "inLanguage": .text(entry.language), "isPartOf": siteReference,
    ])
  }

  func profile(_ entry: PublishedEntry, _ member: Member, _ address: String) -> JSON? {
    guard givesPeople else { return nil }
    return .object([
      "@type": .text("ProfilePage"), "@id": .text(address), "url": .text(address),
      "name": .text(entry.title), "inLanguage": .text(entry.language), "isPartOf": siteReference,
      "mainEntity": .object([
        "@type": .text("Person"), "name": .text(entry.title), "url": .text(address),
        "knowsAbout": .texts(member.subjects), "memberOf": communityReference,
        "affiliation": member.school.map {
          .object(["@type": .text("Organization"), "name": .text($0.value)])
        },
      ]),
    ])
  }

  /// Who made something: people only where the site gives them away as data, else the community.
  private func makers(_ members: [Reference?]) -> JSON? {
    guard givesPeople else { return communityReference }
    let people = members.compactMap(handbook.person).compactMap { person -> JSON? in
      guard case .named(let name, let page) = person else { return nil }
      let address = page.flatMap(plan.addresses.entry).flatMap(canonical)
      return .object([
        "@type": .text("Person"), "name": .text(name), "url": address.map(JSON.text),
      ])
    }
    return .values(people) ?? communityReference
  }

  private func picture(_ entry: PublishedEntry) -> JSON? {
    guard let base = handbook.configuration.baseURL else { return nil }
    return (entry.image?.asset).flatMap(plan.addresses.asset).map { .text(base + $0) }
  }
}

extension Meeting.Status {
  fileprivate var eventStatus: String {
    switch self {
    case .planned, .held: "EventScheduled"
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    }
  }
}

extension Meeting.Mode {
  fileprivate var attendanceMode: String {
    switch self {
    case .inPerson: "OfflineEventAttendanceMode"
    case .online: "OnlineEventAttendanceMode"
    case .hybrid: "MixedEventAttendanceMode"
    }
  }
}

extension TimeInClass {
  /// A duration of ISO 8601; a lesson is not as long everywhere.
  fileprivate var iso8601: String? {
    switch unit {
    case .minutes: "PT\(count)M"
    case .hours: "PT\(count)H"
    case .days: "P\(count)D"
    case .weeks: "P\(count)W"
    case .lessons: nil
    }
  }
}
