using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>What only a program can get wrong.</summary>
internal static class ApiText
{
    public static readonly Text IdMissing = new(
        Fi: "Anna julkaisulle oma UUID kentässä id: sama pyyntö uudelleen ei silloin tee toista julkaisua.",
        Sv: "Ge inlägget ett eget UUID i fältet id: samma begäran på nytt skapar då inget andra inlägg.",
        En: "Give the post a UUID of your own in id: then the same request again makes no second post.");
}
