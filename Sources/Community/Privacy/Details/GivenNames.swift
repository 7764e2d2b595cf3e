/// Given names of children in British and neighbouring schools, case and accents folded.
///
/// Not those that are also the title of a book that is read in class (Matilda, Oliver), a ruler
/// (Henry, Victoria), a month or a common word (May, Will): a wrong finding costs more than a missed
/// one.
let givenNames: Set<String> = Set(
  """
  aaliyah aaron abdul abdullah abigail adam ahmed aidan aisha alex alfie ali amara amelia amir amira \
  amy andrzej aneurin angharad anisa anwen archie aria arjun asha ava ayaan ayesha ayub bailey bella \
  ben benjamin bethan billy bobby brandon bronwen callum caitlin caleb carys catrin cerys chloe cian \
  ciara connor courtney daisy daniel danny dafydd declan demi dewi dylan efa eira ela eleri eliza ella \
  ellie elsie emily emyr eoin erin esme ethan evan evie fatima ffion finlay finley finn freddie freya \
  gareth gethin grace gruffydd gwen gwenllian hamza hanna hannah harley harper harri hassan haaris \
  heledd holly ibrahim ieuan ifan imogen imran ioan iolo isaac isabella isla isra jack jacob jade \
  jaden jake jakub jamal james jamie jasmine jayden jess jessica jordan josh joshua kai kacper kamil \
  katie kayden kayla keira khadija kian kieran kyle layla leah lena leo lewis lexi liam lili lily lisa \
  llinos logan louie lowri lucas lucy luis luke lydia maisie mali malik manon mariam maryam mason max \
  maya megan mia mikey millie mohamed mohammad mohammed molly morgan muhammad mustafa nadia naomi \
  nathan nia niamh niall noah nora oisin oskar osian owain owen olivia oliwia omar orla patryk poppy \
  priya rahul reece rhian rhiannon rhys riley rosie ruby ryan saanvi sam samir samira sana saoirse sara \
  scarlett sean seren shannon sian sienna sioned skye sofia sophie stan steffan summer-rose szymon \
  taylor teddy tegan theo thomas tilly toby tom tomos tyler tyra umar wiktoria yasmin yusuf zac zack \
  zahra zainab zak zara zoe zofia zuzanna
  """.split(separator: " ").map(String.init))
