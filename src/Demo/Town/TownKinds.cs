namespace Tupa.Demo;

public enum TownPopulation { Staff, Elected, Partner, Pupil }

public enum TownUnitKind { City, Sector, ServiceArea, Unit, School, Organ }

public enum TownAssignmentKind { Regular, Substitute, Deputy }

public enum TownGroupKind { Unit, Organ, School, Class, Teaching, Duty, HandMade }

public enum TownAuthorityKind { Operator, RegisterAdministrator, DataProtectionOfficer, SecurityOfficer }

/// <summary>Ordered as in the house: each sees less far than the one before.</summary>
public enum TownConfidentiality { Open, Members, Confidential }

public enum TownRole { Reader, Contributor, Editor, Steward }

public enum TownPostState { Published, Scheduled, Draft }

public enum TownMediaKind { Picture, Audio, Video }
