namespace Tupa.Kernel;

/// <summary>What stands around every page: whose house it is, who is in it, and where they can go. The server knows; the layout draws.</summary>
public interface IFrameSource
{
    /// <summary>The same for everyone who comes to the door.</summary>
    HouseFace House { get; }

    /// <summary>The frame of the one who asks; null for a visitor who has not signed in. Asked once a page.</summary>
    Task<Frame?> FrameAsync(CancellationToken stop);
}

/// <summary>What the house shows of itself to anyone.</summary>
/// <param name="City">"Kuusisalmen kaupunki".</param>
/// <param name="Theme">"light" or "dark"; null follows the reader's device.</param>
/// <param name="Banners">What everyone must know on every page: a demonstration, scanning turned off.</param>
public sealed record HouseFace(Text City, string? Theme, IReadOnlyList<Text> Banners);

/// <summary>What stands around the pages of one who is in.</summary>
public sealed record Frame(
    string PersonName,
    string? PictureUrl,
    string Initials,
    bool Pupil,
    int Unread,
    string Place,
    IReadOnlyList<FrameSpace> Spaces,
    IReadOnlyList<FrameLink> Places,
    IReadOnlyList<Text> Banners)
{
    /// <summary>What stands beside the brand: the city, or a pupil's school.</summary>
    public string Place { get; init; } = Place;

    /// <summary>Own spaces in the order of the rail.</summary>
    public IReadOnlyList<FrameSpace> Spaces { get; init; } = Spaces;

    /// <summary>What this person must know on every page; the house's own banners come before these.</summary>
    public IReadOnlyList<Text> Banners { get; init; } = Banners;
}

public sealed record FrameSpace(string Href, string Name, string RaanuUrl, int Unread);

/// <summary>A place one can go. Drawn in the rail of wide screens; on a telephone in the bottom bar, which holds five.</summary>
public sealed record FrameLink(string Href, Text Label, string Icon, int Badge, bool InBottomBar, bool InRail = true)
{
    /// <summary>A name in `src/Ui/icons.txt`. In the bottom bar `plus` is drawn as the deed.</summary>
    public string Icon { get; init; } = Icon;
}
