/// A member who agrees to be named and to have a page.
package let ada = """
  ---
  name: Ada Okafor
  consent: {name: yes, profile: yes, given: 2025-09-01}
  also_known_as: [Adaeze]
  ---

  """

/// A member who agrees to nothing.
package let maria = """
  ---
  name: Maria Lopez
  also_known_as: [Mari]
  ---

  """

/// The smallest drawing.
package let drawing = #"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#
