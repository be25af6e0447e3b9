using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>How pages are made: static Razor components of the rooms, written in plain Unicode, compressed.</summary>
internal static class Pages
{
    public static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();

        // Finnish is written as Finnish, not as character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<PageNonce>();
        services.AddSingleton<HouseBanners>();
        services.AddScoped<HouseFrames>();
        services.AddScoped<IFrameSource>(provider => provider.GetRequiredService<HouseFrames>());
        services.AddSingleton(provider => new RoomAssemblies([.. Of(provider.GetRequiredService<House>())]));
        services.AddResponseCompression(options =>
        {
            // No page holds a secret beside text of others' choosing, and cross-site reads are refused (see SameSite).
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>A page is shown, never posted to: forms have routes of their own, which may bear the same address.</summary>
    public static void OnlyShow(EndpointBuilder page)
    {
        for (var i = 0; i < page.Metadata.Count; i++)
        {
            if (page.Metadata[i] is HttpMethodMetadata) page.Metadata[i] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        }
    }

    /// <summary>The assemblies of the rooms, where the pages are.</summary>
    public static IEnumerable<Assembly> Of(House house) => house.Rooms.Select(r => r.GetType().Assembly).Distinct();
}
