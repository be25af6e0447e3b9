using Tupa.Access;
using Tupa.Kernel;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Server;

/// <summary>Fills the frame around every page: one statement for the signed-in, none for a visitor.</summary>
internal sealed class HouseFrames(Visitor visitor, RailQueries rail, HouseBanners banners, Settings settings) : IFrameSource
{
    public HouseFace House { get; } = new(new Text(settings.City, settings.CitySwedish, settings.City), Theme: null, banners.Now);

    private Frame? _drawn;

    /// <summary>The frame that the other has read: where one request is answered in a second scope.</summary>
    public void Follow(HouseFrames other) => _drawn = other._drawn;

    public async Task<Frame?> FrameAsync(CancellationToken stop) => visitor.Person is null ? null : _drawn ??= await ReadAsync(stop);

    private async Task<Frame> ReadAsync(CancellationToken stop)
    {
        var (spaces, notices) = await rail.ForAsync(visitor.Actor, stop);
        return new(
            visitor.Name,
            visitor.PictureUrl,
            visitor.Initials,
            visitor.IsPupil,
            notices,
            House.City,
            [.. spaces.Select(s => new FrameSpace($"/spaces/{s.Id}", s.Name, RaanuCloth.Url(s.Id.Value), s.Unread))],
            Places(spaces.Sum(s => s.Unread)),
            []);
    }

    private List<FrameLink> Places(int unreadPosts)
    {
        var places = new List<FrameLink>
        {
            new("/", FrameText.Home, "house", unreadPosts, InBottomBar: true),
            new("/spaces", FrameText.Spaces, "layout-grid", 0, InBottomBar: true),
            new("/posts/new", FrameText.Publish, "plus", 0, InBottomBar: true, InRail: false),
            new("/people", FrameText.People, "users", 0, InBottomBar: true),
            new("/me", visitor.IsPupil ? FrameText.MePupil : FrameText.Me, "id-card", 0, InBottomBar: true),
        };
        if (visitor.Authorities.Count > 0) places.Add(new("/register", FrameText.Register, "shield-check", 0, InBottomBar: false));
        return places;
    }
}

/// <summary>The words of the rail and the bottom bar.</summary>
internal static class FrameText
{
    public static readonly Text Home = new(Fi: "Koti", Sv: "Hem", En: "Home");
    public static readonly Text Spaces = new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces");
    public static readonly Text Publish = new(Fi: "Julkaise", Sv: "Publicera", En: "Publish");
    public static readonly Text People = new(Fi: "Ihmiset", Sv: "Personer", En: "People");
    public static readonly Text Me = new(Fi: "Omat tietoni", Sv: "Mina uppgifter", En: "My data");
    public static readonly Text MePupil = new(Fi: "Minä", Sv: "Jag", En: "Me");
    public static readonly Text Register = new(Fi: "Rekisteri", Sv: "Register", En: "Register");
}
