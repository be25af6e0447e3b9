namespace Tupa.Ui.Elements;

public enum IconSize { Normal, Large, Huge }

/// <summary>What a chip means; the words and the icon say it too.</summary>
public enum ChipKind { Plain, Ok, Warn, Bad, Info, Kuusi, Lock }

public enum NoticeKind { Info, Alert, Success, Error }

public enum AvatarSize { Normal, Small, Large }

/// <summary>One way through the parts of a thing. <see cref="Count"/> is drawn when it is not null.</summary>
public sealed record Tab(string Href, string Label, string? Icon = null, int? Count = null, bool Current = false);
