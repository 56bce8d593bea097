//! How WebKitGTK puts the window's picture together where the processor has to do it.
//! Relies on a switch that no binding has yet, looked up while the program runs: an older WebKit only goes without.
//! It must not know what is drawn.
#![allow(unsafe_code)] // C functions; beside each block stands why it may call them

use libloading::os::unix::{Library, Symbol};
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::path::Path;
use webkit2gtk::ffi::WebKitSettings;
use webkit2gtk::glib::translate::{FromGlibPtrNone as _, IntoGlib as _, ToGlibPtr as _};
use webkit2gtk::glib::{StaticType as _, Value, ffi, gobject_ffi};
use webkit2gtk::{WebView, WebViewExt as _};

/// Only the part of the window that changed is put together. WebKit does so by itself from 2.54 on; before, a dot
/// that changes has the whole window put together anew, which takes a processor longer than a frame lasts.
const PARTS_ONLY: &CStr = c"UseDamagingInformationForCompositing";

/// The first version whose pictures were compared with whole ones.
const SINCE: (c_uint, c_uint) = (2, 50);

/// Has windows put together by parts, if no graphics processor does it. Must come before the first window.
pub(crate) fn prepare() {
    if has_graphics_processor() {
        return;
    }
    // A web view asks only once, when its process starts, and that is as soon as it is made and put into its window.
    // SAFETY: the toolkit is up, since the program has its event loop; the class and the signal exist for as long as
    // the program runs, and `at_home` has the type that the signal's hooks have.
    unsafe {
        let class = gobject_ffi::g_type_class_ref(WebView::static_type().into_glib());
        if class.is_null() {
            return;
        }
        let signal = gobject_ffi::g_signal_lookup(c"parent-set".as_ptr(), WebView::static_type().into_glib());
        if signal != 0 {
            gobject_ffi::g_signal_add_emission_hook(signal, 0, Some(at_home), std::ptr::null_mut(), None);
        }
    }
}

/// Whether anything but the processor can draw: the kernel shows a device for it, and nobody turned it down.
fn has_graphics_processor() -> bool {
    let refused = std::env::var("LIBGL_ALWAYS_SOFTWARE").is_ok_and(|word| word == "1" || word == "true");
    let renders = std::fs::read_dir("/dev/dri").is_ok_and(|devices| {
        devices.flatten().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
    });
    // NVIDIA's own driver, and Windows beneath Linux, have devices of other names.
    let others = ["/dev/nvidiactl", "/dev/dxg"].iter().any(|path| Path::new(path).exists());
    !refused && (renders || others)
}

/// A widget was put somewhere: a web view gets its switch.
unsafe extern "C" fn at_home(
    _hint: *mut gobject_ffi::GSignalInvocationHint,
    count: c_uint,
    values: *const gobject_ffi::GValue,
    _data: *mut c_void,
) -> ffi::gboolean {
    if count > 0 && !values.is_null() {
        // SAFETY: a hook is given `count` values, of which the first is the widget.
        let widget = unsafe { Value::from_glib_none(values) };
        if let Some(settings) = widget.get::<WebView>().ok().and_then(|view| view.settings()) {
            match switch_on(settings.to_glib_none().0) {
                Ok(true) => tracing::debug!("the window is put together by parts"),
                Ok(false) => tracing::debug!("this WebKit does not put a window together by parts"),
                Err(error) => tracing::debug!(%error, "this WebKit has no list of features"),
            }
        }
    }
    // The hook stays for further windows.
    ffi::GTRUE
}

/// A list of features, and a feature in it.
type List = *mut c_void;
type Feature = *mut c_void;

/// Whether this WebKit has the switch, which is on then.
fn switch_on(settings: *mut WebKitSettings) -> Result<bool, libloading::Error> {
    let library = Library::this();
    // SAFETY: names and types are those of WebKitGTK's header `WebKitFeature.h`, in the library that this program is
    // linked with; the caller holds `settings`; the list is given back once, after the last use of what it holds.
    unsafe {
        let major: Symbol<unsafe extern "C" fn() -> c_uint> = library.get(b"webkit_get_major_version\0")?;
        let minor: Symbol<unsafe extern "C" fn() -> c_uint> = library.get(b"webkit_get_minor_version\0")?;
        if (major(), minor()) < SINCE {
            return Ok(false);
        }
        let all: Symbol<unsafe extern "C" fn() -> List> =
            library.get(b"webkit_settings_get_all_features\0")?;
        let length: Symbol<unsafe extern "C" fn(List) -> usize> =
            library.get(b"webkit_feature_list_get_length\0")?;
        let at: Symbol<unsafe extern "C" fn(List, usize) -> Feature> =
            library.get(b"webkit_feature_list_get\0")?;
        let give_back: Symbol<unsafe extern "C" fn(List)> = library.get(b"webkit_feature_list_unref\0")?;
        let name: Symbol<unsafe extern "C" fn(Feature) -> *const c_char> =
            library.get(b"webkit_feature_get_identifier\0")?;
        let set: Symbol<unsafe extern "C" fn(*mut WebKitSettings, Feature, c_int)> =
            library.get(b"webkit_settings_set_feature_enabled\0")?;
        let list = all();
        if list.is_null() {
            return Ok(false);
        }
        let found = (0..length(list)).map(|index| at(list, index)).find(|feature| {
            let own = if feature.is_null() { std::ptr::null() } else { name(*feature) };
            !own.is_null() && CStr::from_ptr(own) == PARTS_ONLY
        });
        if let Some(feature) = found {
            set(settings, feature, 1);
        }
        give_back(list);
        Ok(found.is_some())
    }
}
